import { type Ctx, inTransaction, newId, requireMember, type TxCtx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { MessageIsEmpty, MessageIsTooLong } from './messaging-errors.ts';
import { isInThread } from './thread-lists.ts';
import { type AttachedFile, threadTopic } from './thread.ts';

const MAX_LENGTH = 5_000;

export interface Saying {
  threadId: string;
  body: string;
  /** Files that media has stored for this member, in their order. */
  files?: readonly AttachedFile[];
  /** Made with the form: the same key again is the same message. */
  key: string;
}

export interface Said {
  messageId: string;
  /** True when this very message had been sent before. */
  repeated: boolean;
}

/**
 * Says something in a thread as the member who acts (SPEC 8.1); whoever has it open hears of it.
 * Refuses NotFound for people outside the thread, MessageIsEmpty, MessageIsTooLong.
 */
export async function say(ctx: Ctx, saying: Saying): Promise<Said> {
  const senderId = requireMember(ctx);
  const body = cleanText(saying.body).trim();
  if (body === '' && (saying.files ?? []).length === 0) throw new MessageIsEmpty();
  if (body.length > MAX_LENGTH) throw new MessageIsTooLong();
  return inTransaction(ctx, async (tx) => {
    if (!(await isInThread(tx, saying.threadId, senderId))) throw new NotFound();
    return write(tx, { ...saying, body, senderId, key: `${senderId}:${saying.key}` });
  });
}

/** The message this member has already sent under the key, if any: look before storing its files. */
export async function findSaid(ctx: Ctx, threadId: string, key: string): Promise<Said | undefined> {
  const messageId = await messageOfKey(ctx, { threadId, key: `${requireMember(ctx)}:${key}` });
  return messageId === undefined ? undefined : { messageId, repeated: true };
}

/** Writes a note of the house into a thread, once for its key. */
export async function sayAsSystem(
  tx: TxCtx,
  note: { threadId: string; body: string; key: string },
): Promise<Said> {
  return write(tx, { ...note, senderId: null, key: `system:${note.key}` });
}

async function write(tx: TxCtx, message: Saying & { senderId: string | null }): Promise<Said> {
  const { rows } = await sql<{ id: string; seq: bigint }>`
    insert into messaging.messages (id, thread_id, sender_id, body, key, at)
    values (${newId(tx)}, ${message.threadId}, ${message.senderId}, ${message.body}, ${message.key},
      ${tx.clock.now()})
    on conflict on constraint message_key_is_used_once do nothing returning id, seq`.execute(tx.db);
  const written = rows[0];
  if (!written) return { messageId: (await messageOfKey(tx, message)) ?? '', repeated: true };
  for (const [position, file] of (message.files ?? []).entries()) {
    await sql`insert into messaging.message_files (message_id, position, thread_id, file_id, file_name,
        kind, media_type, byte_size)
      values (${written.id}, ${position}, ${message.threadId}, ${file.fileId}, ${file.fileName},
        ${file.kind}, ${file.type}, ${file.byteSize})`.execute(tx.db);
  }
  if (message.senderId)
    await markOwn(tx, { threadId: message.threadId, memberId: message.senderId, seq: written.seq });
  await publish(tx, threadTopic(message.threadId), { seq: written.seq.toString() });
  return { messageId: written.id, repeated: false };
}

/** What one writes oneself, and all before it, one has read. */
async function markOwn(
  tx: TxCtx,
  own: { threadId: string; memberId: string; seq: bigint },
): Promise<void> {
  await sql`update messaging.thread_members set read_up_to = ${own.seq}, read_at = ${tx.clock.now()}
    where thread_id = ${own.threadId} and member_id = ${own.memberId}
      and read_up_to < ${own.seq}`.execute(tx.db);
}

async function messageOfKey(
  ctx: Ctx,
  message: { threadId: string; key: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from messaging.messages
    where thread_id = ${message.threadId} and key = ${message.key}`.execute(ctx.db);
  return rows[0]?.id;
}
