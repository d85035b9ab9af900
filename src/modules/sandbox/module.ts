import type { Module } from '#platform/module';
import { chargeRoutes } from './api/charges.routes.ts';
import { deliverWebhookJob } from './jobs/deliver-webhook.job.ts';
import { sandboxWords } from './locales/index.ts';
import { hostedRoutes } from './web/hosted.routes.tsx';

export const sandboxModule = {
  name: 'sandbox',
  routes: [...hostedRoutes, ...chargeRoutes],
  jobs: [deliverWebhookJob],
  refusalWords: (locale) => sandboxWords(locale).refusals,
} satisfies Module;
