import { defineJob } from '#platform/jobs';
import { noticesPaths } from '../notices-paths.ts';
import { telegramApi } from '../telegram/send-telegram.ts';
import { telegramSecret } from '../telegram/telegram-secret.ts';

/** Tells Telegram where to bring what is said to the bot: once a day, and when somebody asks for a code. */
export const telegramWebhookJob = defineJob({
  name: 'notifications.telegram-webhook',
  schedule: '7 3 * * *',
  run: async (ctx) => {
    const url = ctx.site.publicUrl + noticesPaths.telegramUpdates;
    await telegramApi(ctx)?.setWebhook(url, {
      secret_token: telegramSecret(ctx),
      allowed_updates: ['message'],
    });
  },
});
