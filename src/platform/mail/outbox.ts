import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

export interface OutboxMail {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  at: Date;
  sentAt: Date | undefined;
}

/** The newest outgoing mails (at most 100), for the demo's outbox page; of one recipient if given. */
export async function listOutbox(ctx: Ctx, recipient?: string): Promise<OutboxMail[]> {
  const { rows } = await sql<OutboxMail>`
    select id, recipient, subject, body_text as text, at, sent_at as "sentAt"
    from platform.outgoing_mail
    where ${recipient ?? null}::text is null or recipient = ${recipient ?? null}
    order by at desc, id desc limit 100`.execute(ctx.db);
  return rows;
}
