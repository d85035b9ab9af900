import type { Module } from '#platform/module';
import { sendMailJob } from './jobs/send-mail.job.ts';
import { notificationsWords } from './locales/index.ts';
import { noticesRoutes } from './web/notices.routes.tsx';

export const notificationsModule = {
  name: 'notifications',
  routes: noticesRoutes,
  refusalWords: (locale) => notificationsWords(locale).refusals,
} satisfies Module;

export { sendMailJob };
