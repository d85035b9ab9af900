import type { Module } from '#platform/module';
import { sendMailJob } from './jobs/send-mail.job.ts';
import { notificationsWords } from './locales/index.ts';
import { mailChoiceRoutes } from './web/mail-choice.routes.tsx';
import { noticesRoutes } from './web/notices.routes.tsx';

export const notificationsModule = {
  name: 'notifications',
  routes: [...noticesRoutes, ...mailChoiceRoutes],
  refusalWords: (locale) => notificationsWords(locale).refusals,
} satisfies Module;

export { sendMailJob };
