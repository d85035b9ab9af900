import { type Ctx, requireMember } from '#platform/context';
import { sql } from 'kysely';
import { getConversation } from '../conversation-policy.ts';

/**
 * Stops, or takes again, messages before orders of the other side of a conversation. Orders that run
 * between the two go on as they are. Refuses NotFound.
 */
export async function setBlock(ctx: Ctx, conversationId: string, block: boolean): Promise<void> {
  const { ownId, otherId } = await getConversation(ctx, conversationId);
  if (block) {
    await sql`insert into conversations.blocks (member_id, blocked_id, at)
      values (${ownId}, ${otherId}, ${ctx.clock.now()})
      on conflict on constraint blocks_pkey do nothing`.execute(ctx.db);
    return;
  }
  await sql`delete from conversations.blocks
    where member_id = ${ownId} and blocked_id = ${otherId}`.execute(ctx.db);
}

/** Whether either of two members has blocked the other. */
export async function isBlockedBetween(ctx: Ctx, one: string, other: string): Promise<boolean> {
  const { rows } = await sql`select 1 from conversations.blocks
    where (member_id = ${one} and blocked_id = ${other})
      or (member_id = ${other} and blocked_id = ${one})`.execute(ctx.db);
  return rows.length > 0;
}

/** Whether the member who acts has blocked the other. */
export async function hasBlocked(ctx: Ctx, otherId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from conversations.blocks
    where member_id = ${requireMember(ctx)} and blocked_id = ${otherId}`.execute(ctx.db);
  return rows.length > 0;
}
