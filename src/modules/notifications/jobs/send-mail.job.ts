import type { Ctx } from '#platform/context';
import { defineJob, type Job } from '#platform/jobs';
import { type MailSender, sendWaitingMail } from '#platform/mail';

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
      if (sender) await sendAlone(ctx, sender);
    },
  });
}

async function sendAlone(ctx: Ctx, sender: MailSender): Promise<void> {
  const client = await ctx.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      while ((await sendWaitingMail(ctx, sender)) > 0);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    client.release();
  }
}
