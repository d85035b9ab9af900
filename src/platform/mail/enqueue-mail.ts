import { newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';

export interface Mail {
  /** The act that causes it: the same key is sent once. */
  key: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
}

/** Puts the mail among the outgoing ones, in the transaction that causes it. */
export async function enqueueMail(tx: TxCtx, mail: Mail): Promise<void> {
  await sql`insert into platform.outgoing_mail (id, key, recipient, subject, body_text, body_html, at, try_at)
    values (${newId(tx)}, ${mail.key}, ${mail.recipient}, ${mail.subject}, ${mail.text}, ${mail.html}, ${tx.clock.now()}, ${tx.clock.now()})
    on conflict (key) do nothing`.execute(tx.db);
}
