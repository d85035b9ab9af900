import { defineJob, type Job } from '#platform/jobs';
import { type MailSender, sendWaitingMail } from '#platform/mail';
import { isStillWanted } from '../letters/is-still-wanted.ts';
import { alone } from './alone.ts';

const LOCK = 4_217_022;

/**
 * Sends what waits, each minute and right after something was written. One process at a time, so
 * that no mail leaves twice. Without a sender mail stays where it is: the outbox of a demo site.
 */
export function sendMailJob(sender: MailSender | undefined): Job {
  return defineJob({
    name: 'notifications.send-mail',
    schedule: '* * * * *',
    run: async (ctx) => {
      if (!sender) return;
      await alone(ctx, LOCK, async () => {
        const isWanted = (letter: { unsubscribe_url: string | null }) => isStillWanted(ctx, letter);
        while ((await sendWaitingMail(ctx, sender, isWanted)) > 0);
      });
    },
  });
}
