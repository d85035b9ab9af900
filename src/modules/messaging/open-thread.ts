import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import type { ThreadSubject } from './thread.ts';

export interface ThreadToOpen {
  /** Used when the thread is new. */
  threadId: string;
  memberIds: readonly string[];
  subject: ThreadSubject;
}

/** The thread of a subject, opened now if nobody had: answers its id. Opening it twice at once is once. */
export async function openThread(tx: TxCtx, thread: ThreadToOpen): Promise<string> {
  const { subject } = thread;
  const known = await findId(tx, subject);
  if (known !== undefined) return known;
  const { numAffectedRows } = await sql`
    insert into messaging.threads (id, subject_kind, subject_id, opened_at)
    values (${thread.threadId}, ${subject.kind}, ${subject.id}, ${tx.clock.now()})
    on conflict on constraint thread_of_a_subject_is_one do nothing`.execute(tx.db);
  if (numAffectedRows === 1n) {
    await sql`insert into messaging.thread_members (thread_id, member_id)
      select ${thread.threadId}, unnest(${[...new Set(thread.memberIds)]}::uuid[])`.execute(tx.db);
    return thread.threadId;
  }
  const other = await findId(tx, subject);
  if (other === undefined) throw new Error('a thread that was there is gone');
  return other;
}

async function findId(tx: TxCtx, subject: ThreadSubject): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from messaging.threads
    where subject_kind = ${subject.kind} and subject_id = ${subject.id}`.execute(tx.db);
  return rows[0]?.id;
}
