import { defineJob } from '#platform/jobs';
import { sendDigests } from '../digest/send-digests.ts';

/** Writes the daily letters whose hour has come; hours begin at a quarter in some zones. */
export const sendDigestsJob = defineJob({
  name: 'notifications.send-digests',
  schedule: '*/15 * * * *',
  run: async (ctx) => void (await sendDigests(ctx)),
});
