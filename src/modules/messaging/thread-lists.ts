import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { maskedFor, type Reader } from './guard/masked-for.ts';
import type { AttachedFile, ThreadMessage, ThreadSubject } from './thread.ts';

/** The thread of a subject, if anybody opened it. */
export async function findThread(ctx: Ctx, subject: ThreadSubject): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from messaging.threads
    where subject_kind = ${subject.kind} and subject_id = ${subject.id}`.execute(ctx.db);
  return rows[0]?.id;
}

/** Whether the member takes part in the thread. */
export async function isInThread(ctx: Ctx, threadId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from messaging.thread_members
    where thread_id = ${threadId} and member_id = ${memberId}`.execute(ctx.db);
  return rows.length > 0;
}

/** Whether the member has put the thread away as spam. */
export async function isSpam(ctx: Ctx, threadId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from messaging.thread_members
    where thread_id = ${threadId} and member_id = ${memberId} and spam_at is not null`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

interface MessageRow {
  id: string;
  seq: bigint;
  sender_id: string | null;
  body: string;
  at: Date;
  automatic: boolean;
  guarded: boolean;
  read: boolean;
  files: (Omit<AttachedFile, 'byteSize'> & { byteSize: number })[];
}

/**
 * Messages of a thread, oldest first: the newest `limit` (at most 200) before a place, or the oldest
 * after one. Whoever calls has decided that the actor may read them (its policy is the subject's), and
 * whether past what is masked, as the staff do; its writer always does.
 */
export async function listMessages(
  ctx: Ctx,
  page: { threadId: string; before?: bigint; after?: bigint; limit?: number } & Reader,
): Promise<ThreadMessage[]> {
  const limit = Math.min(page.limit ?? 100, 200);
  const { rows } = await sql<MessageRow>`
    select m.id, m.seq, m.sender_id, m.body, m.at, m.automatic, m.guarded,
      not exists (select from messaging.thread_members t where t.thread_id = m.thread_id
        and t.member_id is distinct from m.sender_id and t.read_up_to < m.seq) as read,
      coalesce((select json_agg(json_build_object('fileId', f.file_id, 'fileName', f.file_name,
          'kind', f.kind, 'type', f.media_type, 'byteSize', f.byte_size) order by f.position)
        from messaging.message_files f where f.message_id = m.id), '[]') as files
    from messaging.messages m
    where m.thread_id = ${page.threadId}
      and (${page.before ?? null}::bigint is null or m.seq < ${page.before ?? null})
      and (${page.after ?? null}::bigint is null or m.seq > ${page.after ?? null})
    order by m.seq ${sql.raw(page.after === undefined ? 'desc' : 'asc')} limit ${limit}`.execute(
    ctx.db,
  );
  const inOrder = page.after === undefined ? rows.reverse() : rows;
  const read = await maskedFor(ctx, inOrder, page);
  return inOrder.map((row) => ({
    messageId: row.id,
    seq: row.seq,
    senderId: row.sender_id ?? undefined,
    body: read.get(row.id)?.body ?? row.body,
    mask: read.get(row.id)?.mask,
    at: row.at,
    automatic: row.automatic,
    files: row.files,
    read: row.read,
  }));
}

/** One file of a thread, by its id; undefined when no message of the thread carries it. */
export async function findThreadFile(
  ctx: Ctx,
  threadId: string,
  fileId: string,
): Promise<AttachedFile | undefined> {
  const { rows } = await sql<AttachedFile & { byteSize: bigint }>`
    select file_id as "fileId", file_name as "fileName", kind, media_type as type,
      byte_size as "byteSize"
    from messaging.message_files where thread_id = ${threadId} and file_id = ${fileId}`.execute(
    ctx.db,
  );
  const row = rows[0];
  return row && { ...row, byteSize: Number(row.byteSize) };
}

/** How many messages of others in all threads the member has not read; for the header. */
export async function unreadMessages(ctx: Ctx, memberId: string): Promise<number> {
  const { rows } = await sql<{ unread: bigint }>`
    select count(*) as unread from messaging.thread_members t
    join messaging.messages m on m.thread_id = t.thread_id and m.seq > t.read_up_to
      and m.sender_id is distinct from t.member_id
    where t.member_id = ${memberId} and t.spam_at is null`.execute(ctx.db);
  return Number(rows[0]?.unread ?? 0n);
}

/** Unread messages of others by subject, for a list of subjects (at most 200). */
export async function unreadBySubject(
  ctx: Ctx,
  of: { memberId: string; kind: ThreadSubject['kind']; subjectIds: readonly string[] },
): Promise<Map<string, number>> {
  if (of.subjectIds.length === 0) return new Map();
  const { rows } = await sql<{ subjectId: string; unread: bigint }>`
    select s.subject_id as "subjectId", count(*) as unread
    from messaging.threads s
    join messaging.thread_members t on t.thread_id = s.id and t.member_id = ${of.memberId}
    join messaging.messages m on m.thread_id = s.id and m.seq > t.read_up_to
      and m.sender_id is distinct from t.member_id
    where s.subject_kind = ${of.kind} and s.subject_id = any(${[...of.subjectIds]}::uuid[])
    group by s.subject_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.subjectId, Number(row.unread)]));
}

/** The first message of others in the thread that the member has not read: one notice covers all after it. */
export async function firstUnread(
  ctx: Ctx,
  threadId: string,
  memberId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select m.id from messaging.thread_members t
    join messaging.messages m on m.thread_id = t.thread_id and m.seq > t.read_up_to
      and m.sender_id is distinct from t.member_id
    where t.thread_id = ${threadId} and t.member_id = ${memberId} and t.spam_at is null
    order by m.seq limit 1`.execute(ctx.db);
  return rows[0]?.id;
}

/** A thread of a member in a list: its last message and what they have not read. */
export interface ThreadLine {
  subjectId: string;
  lastAt: Date;
  /** Undefined for a note of the house. */
  lastSenderId: string | undefined;
  lastBody: string;
  unread: number;
}

type LineRow = Omit<ThreadLine, 'lastSenderId'> & {
  lastSenderId: string | null;
  id: string;
  guarded: boolean;
};

/** The member's threads of a kind (those put away as spam apart), the newest message first; at most `limit` (100). */
export async function listThreads(
  ctx: Ctx,
  of: { memberId: string; kind: ThreadSubject['kind']; spam?: boolean; limit?: number },
): Promise<ThreadLine[]> {
  const limit = Math.min(of.limit ?? 50, 100);
  const { rows } = await sql<LineRow>`
    select s.subject_id as "subjectId", last.at as "lastAt", last.sender_id as "lastSenderId",
      last.body as "lastBody", last.id, last.guarded,
      (select count(*)::int from messaging.messages m where m.thread_id = s.id and m.seq > t.read_up_to
        and m.sender_id is distinct from t.member_id) as unread
    from messaging.thread_members t
    join messaging.threads s on s.id = t.thread_id and s.subject_kind = ${of.kind}
    join lateral (select m.id, m.seq, m.at, m.sender_id, m.body, m.guarded from messaging.messages m
      where m.thread_id = s.id order by m.seq desc limit 1) last on true
    where t.member_id = ${of.memberId} and (t.spam_at is not null) = ${of.spam ?? false}
    order by last.seq desc limit ${limit}`.execute(ctx.db);
  const messages = rows.map((row) => ({ ...row, sender_id: row.lastSenderId, body: row.lastBody }));
  const read = await maskedFor(ctx, messages, { readPast: false });
  return rows.map(({ id, guarded: _, ...row }) => ({
    ...row,
    lastSenderId: row.lastSenderId ?? undefined,
    lastBody: (read.get(id)?.body ?? row.lastBody).slice(0, 300),
  }));
}
