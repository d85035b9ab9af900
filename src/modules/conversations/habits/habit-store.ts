import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

/** How a member answers when they do not answer themselves; an empty text is off. */
export interface Habits {
  automaticReply: string;
  awayReply: string;
  awayUntil: Date | null;
}

/** How the member answers when away or at once; everything off for one who never said. */
export async function findHabits(ctx: Ctx, memberId: string): Promise<Habits> {
  const { rows } = await sql<Habits>`select automatic_reply as "automaticReply",
      away_reply as "awayReply", away_until as "awayUntil"
    from conversations.habits where member_id = ${memberId}`.execute(ctx.db);
  return rows[0] ?? { automaticReply: '', awayReply: '', awayUntil: null };
}

export interface QuickReply {
  replyId: string;
  body: string;
}

/** The member's saved replies, the oldest first (at most 20). */
export async function listQuickReplies(ctx: Ctx, memberId: string): Promise<QuickReply[]> {
  const { rows } = await sql<QuickReply>`select id as "replyId", body
    from conversations.quick_replies where member_id = ${memberId}
    order by saved_at, id limit 20`.execute(ctx.db);
  return rows;
}
