import { asSystem, type Ctx } from '#platform/context';
import { sql } from 'kysely';
import { ringReviewTimer } from './ring-review-timer.ts';

const BATCH = 200;
const MAX_ROUNDS = 500;

/**
 * Lets every pair that is due do its step, each in a transaction of its own; one that fails is logged
 * and waits for the next sweep. Several sweeps at once share the work. Answers how many steps were done.
 */
export async function sweepReviewTimers(ctx: Ctx): Promise<number> {
  const system = asSystem(ctx, 'reviews.clock');
  const stuck = new Set<string>();
  let done = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { rows } = await sql<{ order_id: string }>`select order_id from reviews.pairs
      where due_at <= ${system.clock.now()} order by due_at, order_id
      limit ${BATCH + stuck.size}`.execute(system.db);
    const ready = rows.filter((row) => !stuck.has(row.order_id));
    if (ready.length === 0) break;
    for (const { order_id: orderId } of ready) {
      if (await ringSafely(system, orderId)) done += 1;
      else stuck.add(orderId);
    }
  }
  return done;
}

async function ringSafely(ctx: Ctx, orderId: string): Promise<boolean> {
  try {
    return await ringReviewTimer(ctx, orderId);
  } catch (error) {
    ctx.log.error({ err: error, orderId }, 'review clock failed');
    return false;
  }
}
