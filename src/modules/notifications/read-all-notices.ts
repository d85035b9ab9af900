import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { publish } from '#platform/live';
import { sql } from 'kysely';
import { noticeTopic } from './notice-stream.ts';

/** Marks everything the member has as read; their other open pages hear of it. Refuses SignInRequired. */
export async function readAllNotices(ctx: Ctx): Promise<void> {
  const memberId = requireMember(ctx);
  await inTransaction(ctx, async (tx) => {
    await sql`update notifications.notices set read_at = ${tx.clock.now()}
      where member_id = ${memberId} and read_at is null`.execute(tx.db);
    publish(tx, noticeTopic(memberId), {});
  });
}
