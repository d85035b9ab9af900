import type { Module } from '#platform/module';
import { sendMailJob } from './jobs/send-mail.job.ts';

export const notificationsModule = { name: 'notifications' } satisfies Module;

export { sendMailJob };
