import { defineJob } from '#platform/jobs';
import { sendAlerts } from '../alerts/send-alerts.ts';
import { alone } from './alone.ts';

const LOCK = 4_217_023;

/** Sends what waits for browsers and chats, each minute and right after something was said; one process at a time. */
export const sendAlertsJob = defineJob({
  name: 'notifications.send-alerts',
  schedule: '* * * * *',
  run: (ctx) => alone(ctx, LOCK, async () => void (await sendAlerts(ctx))),
});
