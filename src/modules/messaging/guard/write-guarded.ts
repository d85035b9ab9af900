import type { TxCtx } from '#platform/context';
import { contactIn, recordContact } from '#trust';
import { sql } from 'kysely';
import { insertMessage, type MessageToWrite, type Said } from '../message-store.ts';

/** A message of a member, and where it stands: in a paid order links and names are material. */
export type GuardedMessage = MessageToWrite & { senderId: string; place: 'talk' | 'order' };

/**
 * Writes a message as it is, once for its key; what in it leads out of the site is masked for the other
 * side, and its writer takes the step that follows (SPEC 7.2).
 */
export async function writeGuarded(tx: TxCtx, message: GuardedMessage): Promise<Said> {
  const { place, senderId, body, threadId } = message;
  const parts = contactIn(tx, body, place);
  const said = await insertMessage(tx, { ...message, guarded: parts.length > 0 });
  if (said.repeated || parts.length === 0) return said;
  const { rows } = await sql<{ subjectId: string; otherId: string }>`
    select s.subject_id as "subjectId", m.member_id as "otherId" from messaging.threads s
    join messaging.thread_members m on m.thread_id = s.id and m.member_id <> ${senderId}
    where s.id = ${threadId} limit 1`.execute(tx.db);
  const about = rows[0];
  if (!about) return said;
  const { messageId } = said;
  const automatic = message.automatic ?? false;
  await recordContact(tx, {
    ...about,
    memberId: senderId,
    place,
    messageId,
    body,
    parts,
    automatic,
  });
  return said;
}
