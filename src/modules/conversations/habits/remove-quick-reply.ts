import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';

/** Forgets a saved reply of the member who acts. Refuses NotFound. */
export async function removeQuickReply(ctx: Ctx, replyId: string): Promise<void> {
  const memberId = requireMember(ctx);
  if (!isUuid(replyId)) throw new NotFound();
  const { numAffectedRows } = await sql`delete from conversations.quick_replies
    where id = ${replyId} and member_id = ${memberId}`.execute(ctx.db);
  if (numAffectedRows === 0n) throw new NotFound();
}
