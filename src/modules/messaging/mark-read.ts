import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { publish } from '#platform/live';
import { sql } from 'kysely';
import { threadTopic } from './thread.ts';

/** Notes that the member who acts has read all of the thread; the other side sees the mark. */
export async function markRead(ctx: Ctx, threadId: string): Promise<void> {
  const memberId = requireMember(ctx);
  await inTransaction(ctx, async (tx) => {
    const { numAffectedRows } = await sql`
      update messaging.thread_members m set read_up_to = newest.seq, read_at = ${tx.clock.now()}
      from (select max(seq) as seq from messaging.messages where thread_id = ${threadId}) newest
      where m.thread_id = ${threadId} and m.member_id = ${memberId} and m.read_up_to < newest.seq`.execute(
      tx.db,
    );
    if (numAffectedRows === 1n) publish(tx, threadTopic(threadId), { readBy: memberId });
  });
}
