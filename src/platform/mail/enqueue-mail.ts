import { newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';

export interface Mail {
  /** The act that causes it: the same key is sent once. */
  key: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Where its reader ends letters of this kind with one POST (RFC 8058). */
  unsubscribeUrl?: string;
  /** It leaves then; at once when not said. */
  notBefore?: Date;
}

/** Puts the mail among the outgoing ones, in the transaction that causes it. */
export async function enqueueMail(tx: TxCtx, mail: Mail): Promise<void> {
  await sql`insert into platform.outgoing_mail (id, key, recipient, subject, body_text, body_html, unsubscribe_url,
      at, try_at)
    values (${newId(tx)}, ${mail.key}, ${mail.recipient}, ${mail.subject}, ${mail.text}, ${mail.html},
      ${mail.unsubscribeUrl ?? null}, ${tx.clock.now()}, ${mail.notBefore ?? tx.clock.now()})
    on conflict (key) do nothing`.execute(tx.db);
}
