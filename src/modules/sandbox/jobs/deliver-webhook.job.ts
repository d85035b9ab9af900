import { defineJob } from '#platform/jobs';
import { DELIVER_WEBHOOK, deliverWebhook } from '../webhooks.ts';

export const deliverWebhookJob = defineJob({
  name: DELIVER_WEBHOOK,
  run: (ctx, payload) => deliverWebhook(ctx, (payload as { webhookId: string }).webhookId),
});
