import { type Ctx, newId, type TxCtx } from '#platform/context';
import { publish } from '#platform/live';
import { sql } from 'kysely';
import { type AttachedFile, threadTopic } from './thread.ts';

/** What was said, or had been said under the same key before. */
export interface Said {
  messageId: string;
  /** True when this very message had been sent before. */
  repeated: boolean;
}

/** A message to write; without a sender it is a note of the house. */
export interface MessageToWrite {
  threadId: string;
  senderId: string | null;
  body: string;
  files?: readonly AttachedFile[];
  /** Said on behalf of the sender, who has not read: the automatic reply. */
  automatic?: boolean;
  /** A case of contact is made of it: whoever reads it asks what is masked. */
  guarded?: boolean;
  /** Unique in the thread. */
  key: string;
}

/** Writes a message with its files, once for its key, and says so to whoever has the thread open. */
export async function insertMessage(tx: TxCtx, message: MessageToWrite): Promise<Said> {
  const { rows } = await sql<{ id: string; seq: bigint }>`
    insert into messaging.messages (id, thread_id, sender_id, body, key, automatic, guarded, at)
    values (${newId(tx)}, ${message.threadId}, ${message.senderId}, ${message.body}, ${message.key},
      ${message.automatic ?? false}, ${message.guarded ?? false}, ${tx.clock.now()})
    on conflict on constraint message_key_is_used_once do nothing returning id, seq`.execute(tx.db);
  const written = rows[0];
  if (!written) {
    const messageId = await findMessageByKey(tx, message);
    if (messageId === undefined) throw new Error('a message that was there is gone');
    return { messageId, repeated: true };
  }
  await insertFiles(tx, message, written.id);
  if (message.senderId && !message.automatic) {
    // What one writes oneself, and all before it, one has read.
    await sql`update messaging.thread_members set read_up_to = ${written.seq}, read_at = ${tx.clock.now()}
      where thread_id = ${message.threadId} and member_id = ${message.senderId}
        and read_up_to < ${written.seq}`.execute(tx.db);
  }
  publish(tx, threadTopic(message.threadId), { seq: written.seq.toString() });
  return { messageId: written.id, repeated: false };
}

async function insertFiles(tx: TxCtx, message: MessageToWrite, messageId: string): Promise<void> {
  for (const [position, file] of (message.files ?? []).entries()) {
    await sql`insert into messaging.message_files (message_id, position, thread_id, file_id, file_name,
        kind, media_type, byte_size)
      values (${messageId}, ${position}, ${message.threadId}, ${file.fileId}, ${file.fileName},
        ${file.kind}, ${file.type}, ${file.byteSize})`.execute(tx.db);
  }
}

/** The message of a thread that was written under the key. */
export async function findMessageByKey(
  ctx: Ctx,
  message: { threadId: string; key: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from messaging.messages
    where thread_id = ${message.threadId} and key = ${message.key}`.execute(ctx.db);
  return rows[0]?.id;
}
