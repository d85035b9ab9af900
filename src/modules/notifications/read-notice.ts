import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { noticeHref } from './notice-lists.ts';
import { noticeTopic } from './notice-stream.ts';

/**
 * Marks one of the member's own notices as read and says where it leads; their other open pages hear of
 * it. Refuses NotFound.
 */
export async function readNotice(ctx: Ctx, input: { noticeId: string }): Promise<{ href: string }> {
  const memberId = requireMember(ctx);
  if (!isUuid(input.noticeId)) throw new NotFound();
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ kind: string; params: object }>`
      update notifications.notices set read_at = coalesce(read_at, ${tx.clock.now()})
      where id = ${input.noticeId} and member_id = ${memberId}
      returning kind, params`.execute(tx.db);
    const row = rows[0];
    if (!row) throw new NotFound();
    publish(tx, noticeTopic(memberId), {});
    return { href: noticeHref(row.kind, row.params) };
  });
}
