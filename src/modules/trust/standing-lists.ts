import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import type { Level } from './level.ts';

export interface StandingChange {
  from: Level;
  to: Level;
  reason: string;
  actor: string;
  at: Date;
}

/** The newest changes of a member's level, at most 20. Who may read them is the caller's policy. */
export async function listStandingChanges(ctx: Ctx, memberId: string): Promise<StandingChange[]> {
  if (!isUuid(memberId)) return [];
  const { rows } = await sql<StandingChange>`
    select from_level as "from", to_level as "to", reason, actor, at from trust.standing_changes
    where member_id = ${memberId} order by at desc, id desc limit 20`.execute(ctx.db);
  return rows;
}
