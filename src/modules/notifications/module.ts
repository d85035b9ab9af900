import type { Module } from '#platform/module';
import { sendAlertsJob } from './jobs/send-alerts.job.ts';
import { sendDigestsJob } from './jobs/send-digests.job.ts';
import { sendMailJob } from './jobs/send-mail.job.ts';
import { telegramWebhookJob } from './jobs/telegram-webhook.job.ts';
import { notificationsWords } from './locales/index.ts';
import { choicesRoutes } from './web/choices.routes.tsx';
import { noticesRoutes } from './web/notices.routes.tsx';
import { stopMailRoutes } from './web/stop-mail.routes.tsx';
import { telegramRoutes } from './web/telegram.routes.ts';

export const notificationsModule = {
  name: 'notifications',
  routes: [...noticesRoutes, ...choicesRoutes, ...stopMailRoutes, ...telegramRoutes],
  jobs: [sendAlertsJob, sendDigestsJob, telegramWebhookJob],
  refusalWords: (locale) => notificationsWords(locale).refusals,
} satisfies Module;

export { sendMailJob };
