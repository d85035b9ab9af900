import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import type { Level } from './level.ts';

/** A member's level now; new when nothing is stored. */
export async function standingOf(ctx: Ctx, memberId: string): Promise<Level> {
  return (await standingsOf(ctx, [memberId])).get(memberId) ?? 'new';
}

/** The levels of many members; every id asked for has an entry. */
export async function standingsOf(
  ctx: Ctx,
  memberIds: readonly string[],
): Promise<Map<string, Level>> {
  const found = new Map<string, Level>(memberIds.map((memberId) => [memberId, 'new']));
  const ids = [...found.keys()].filter(isUuid);
  if (ids.length === 0) return found;
  const { rows } = await sql<{ memberId: string; level: Level }>`
    select member_id as "memberId", level from trust.standings
    where member_id = any(${ids}::uuid[])`.execute(ctx.db);
  for (const row of rows) found.set(row.memberId, row.level);
  return found;
}

/** Makes sure of the row and locks it: two changes at once happen one after the other. */
export async function lockStanding(tx: TxCtx, memberId: string): Promise<Level> {
  await sql`insert into trust.standings (member_id, level, since_at)
    values (${memberId}, 'new', ${tx.clock.now()}) on conflict (member_id) do nothing`.execute(
    tx.db,
  );
  const { rows } = await sql<{ level: Level }>`
    select level from trust.standings where member_id = ${memberId} for update`.execute(tx.db);
  return rows[0]?.level ?? 'new';
}

/** Writes the new level of a locked row. */
export async function moveStanding(
  tx: TxCtx,
  standing: { memberId: string; level: Level },
): Promise<void> {
  await sql`update trust.standings set level = ${standing.level}, since_at = ${tx.clock.now()}
    where member_id = ${standing.memberId}`.execute(tx.db);
}
