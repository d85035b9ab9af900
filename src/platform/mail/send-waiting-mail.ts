import type { Ctx } from '#platform/context';
import { addMs, HOUR_MS, MINUTE_MS } from '#platform/time';
import { createTransport } from 'nodemailer';

const BATCH = 50;
const TIMEOUT_MS = 20_000;
const LONGEST_WAIT_MS = 6 * HOUR_MS;

interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  unsubscribe_url: string | null;
  attempts: number;
}

/** Sends one mail or throws; the mail then waits for the next round. */
export type MailSender = (mail: MailRow) => Promise<void>;

/** A sender over SMTP; the Message-ID is the mail's id, so a repeated mail is recognised as one. */
export function smtpSender(smtpUrl: string, from: string): MailSender {
  const transport = createTransport(smtpUrl, { from });
  return async (mail) => {
    const domain = from.split('@')[1]?.replace('>', '') ?? 'localhost';
    await withTimeout(
      transport.sendMail({
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        messageId: `<${mail.id}@${domain}>`,
        ...(mail.unsubscribe_url === null ? {} : { headers: unsubscribing(mail.unsubscribe_url) }),
      }),
    );
  };
}

/**
 * Sends what is due. A mail that fails waits twice as long after each try, at most six hours, so that
 * addresses that never work do not stand in the way of the others; one that is not wanted any more is
 * dropped. Returns how many left or were dropped.
 */
export async function sendWaitingMail(
  ctx: Ctx,
  send: MailSender,
  isWanted: (mail: MailRow) => Promise<boolean> = async () => true,
): Promise<number> {
  const now = ctx.clock.now();
  const { rows } = await ctx.pool.query<MailRow>(
    `select id, recipient, subject, body_text, body_html, unsubscribe_url, attempts
     from platform.outgoing_mail
     where sent_at is null and dropped_at is null and try_at <= $1 order by try_at, id limit ${BATCH}`,
    [now],
  );
  let done = 0;
  for (const mail of rows) {
    try {
      const wanted = await isWanted(mail);
      if (wanted) await send(mail);
      await ctx.pool.query(
        `update platform.outgoing_mail set ${wanted ? 'sent_at' : 'dropped_at'} = $2 where id = $1`,
        [mail.id, ctx.clock.now()],
      );
      done += 1;
    } catch (error) {
      const waitMs = Math.min(MINUTE_MS * 2 ** mail.attempts, LONGEST_WAIT_MS);
      await ctx.pool.query(
        'update platform.outgoing_mail set attempts = attempts + 1, try_at = $2 where id = $1',
        [mail.id, addMs(now, waitMs)],
      );
      ctx.log.warn({ err: error, mailId: mail.id, waitMs }, 'mail is tried again later');
    }
  }
  return done;
}

/** Mail programs show a button that posts to the address (RFC 8058). */
function unsubscribing(url: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('SMTP timed out')), TIMEOUT_MS).unref();
    }),
  ]);
}
