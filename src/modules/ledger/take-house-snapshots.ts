import type { Ctx } from '#platform/context';
import { isSqlState } from '#platform/db';
import { sql } from 'kysely';

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Writes down what each house account has come to, so that asking for it stays short; answers how
 * many were written. Waits at most 2 s for open postings, then leaves it to the next time. Two
 * statements on purpose: the first ends its lock before the sums are read.
 */
export async function takeHouseSnapshots(ctx: Ctx): Promise<number> {
  try {
    const horizon = await sql<{ seq: bigint }>`select ledger.snapshot_horizon() as seq`.execute(
      ctx.db,
    );
    const upToSeq = horizon.rows[0]?.seq ?? 0n;
    const { rows } = await sql<{ written: number }>`
      select ledger.take_house_snapshots(${upToSeq}, ${ctx.clock.now()}) as written`.execute(
      ctx.db,
    );
    return rows[0]?.written ?? 0;
  } catch (error) {
    if (!isSqlState(error, LOCK_NOT_AVAILABLE)) throw error;
    ctx.log.warn({}, 'house snapshots wait for the next time: postings are open');
    return 0;
  }
}
