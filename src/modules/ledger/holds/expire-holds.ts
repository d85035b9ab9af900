import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

const BATCH = 500;

/** Releases the holds whose end has come, at most 500 a call; answers how many (SPEC 6.4). */
export async function expireHolds(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ expired: number }>`
    select ledger.expire_holds(${BATCH}, ${ctx.clock.now()}) as expired`.execute(ctx.db);
  return rows[0]?.expired ?? 0;
}
