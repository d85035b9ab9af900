import { asSystem, type Ctx, inTransaction } from '#platform/context';
import { wakeJob } from '#platform/jobs';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { DAY_MS } from '#platform/time';
import { sql } from 'kysely';
import { ClockMovesForward } from './operations-errors.ts';

const MOST_MS = 366 * DAY_MS;
const WAIT_MS = 1_500;
const LOOK_EVERY_MS = 20;

/** Everything that waits for a moment, in the order in which one leads to another. */
const WAKES = [
  'checkout.sweep-offers',
  'orders.sweep-timers',
  'reviews.sweep-timers',
  'wallet.sweep-clearings',
  'wallet.poll-payments',
  'ledger.expire-holds',
  'notifications.send-digests',
  'notifications.send-alerts',
] as const;

/**
 * Moves the clock of a demonstration forward by so many milliseconds, in every process, and wakes
 * what waits for time. Refuses NotFound outside a demonstration, ClockMovesForward.
 */
export async function moveClock(ctx: Ctx, input: { byMs: number }): Promise<void> {
  if (!ctx.site.demo) throw new NotFound();
  const { byMs } = input;
  if (!Number.isSafeInteger(byMs) || byMs <= 0 || byMs > MOST_MS) throw new ClockMovesForward();
  const before = ctx.clock.now().getTime();
  await inTransaction(ctx, async (tx) => {
    await sql`update platform.clock set offset_ms = offset_ms + ${byMs}`.execute(tx.db);
    publish(tx, 'clock', { byMs });
  });
  await untilReached(ctx, before + byMs);
  await inTransaction(asSystem(ctx, 'operations.move-clock'), async (tx) => {
    for (const job of WAKES) await wakeJob(tx, job);
  });
}

/** This process hears of the move a moment after the commit; jobs woken before it would find nothing due. */
async function untilReached(ctx: Ctx, atMs: number): Promise<void> {
  const started = performance.now();
  while (ctx.clock.now().getTime() < atMs && performance.now() - started < WAIT_MS) {
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
  }
}
