import { actorName, type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';

/** A weight moves by so much of itself a day at most, and by no less than the smallest step. */
const DAILY_SHARE = 0.1;
const SMALLEST_STEP = 0.005;
const DAY_MS = 86_400_000;
/** A round that comes a little early is still the next day's. */
const EARLY_MS = 10 * 60_000;

/** Moves each weight a step towards what is wished for, once a day, and logs it; returns how many moved. */
export async function stepWeights(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const due = new Date(now.getTime() - DAY_MS + EARLY_MS);
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ name: string; value: number; wished: number }>`
      select name, value, wished from search.weights
      where value <> wished and (moved_at is null or moved_at <= ${due}) order by name for update`.execute(
      tx.db,
    );
    for (const { name, value, wished } of rows) {
      const step = Math.max(value * DAILY_SHARE, SMALLEST_STEP);
      const next = value < wished ? Math.min(wished, value + step) : Math.max(wished, value - step);
      await sql`update search.weights set value = ${next}, moved_at = ${now} where name = ${name}`.execute(
        tx.db,
      );
      await sql`insert into search.weight_changes (name, verb, before, after, reason, actor, at)
        values (${name}, 'step', ${value}, ${next}, '', ${actorName(tx)}, ${now})`.execute(tx.db);
    }
    return rows.length;
  });
}
