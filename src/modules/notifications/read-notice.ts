import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { noticeHref } from './notice-lists.ts';

/** Marks one of the member's own notices as read and says where it leads. Refuses NotFound. */
export async function readNotice(ctx: Ctx, input: { noticeId: string }): Promise<{ href: string }> {
  const memberId = requireMember(ctx);
  if (!isUuid(input.noticeId)) throw new NotFound();
  const { rows } = await sql<{ kind: string; params: object }>`
    update notifications.notices set read_at = coalesce(read_at, ${ctx.clock.now()})
    where id = ${input.noticeId} and member_id = ${memberId}
    returning kind, params`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new NotFound();
  return { href: noticeHref(row.kind, row.params) };
}
