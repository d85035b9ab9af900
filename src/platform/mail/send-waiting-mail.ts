import type { Ctx } from '#platform/context';
import { createTransport } from 'nodemailer';

const BATCH = 50;
const TIMEOUT_MS = 20_000;

interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
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
      }),
    );
  };
}

/** Sends what waits, oldest first; a failing mail stays for the next round. Returns how many left. */
export async function sendWaitingMail(ctx: Ctx, send: MailSender): Promise<number> {
  const { rows } = await ctx.pool.query<MailRow>(
    `select id, recipient, subject, body_text, body_html from platform.outgoing_mail
     where sent_at is null order by at, id limit ${BATCH}`,
  );
  let sent = 0;
  for (const mail of rows) {
    try {
      await send(mail);
      await ctx.pool.query('update platform.outgoing_mail set sent_at = $2 where id = $1', [
        mail.id,
        ctx.clock.now(),
      ]);
      sent += 1;
    } catch (error) {
      ctx.log.warn({ err: error, mailId: mail.id }, 'mail waits for the next round');
    }
  }
  return sent;
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('SMTP timed out')), TIMEOUT_MS).unref();
    }),
  ]);
}
