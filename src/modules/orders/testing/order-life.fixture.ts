import { verifyLedger } from '#ledger';
import { HOUR_MS } from '#platform/time';
import type { World } from '#test/world';
import { sql } from 'kysely';
import { afterEach, expect } from 'vitest';
import { escrowCheck } from '../order-escrow.report.ts';
import { sweepOrderTimers } from '../timers/sweep-order-timers.ts';

/** Time that passes in hours, and the reminders it brought; after each test the ledger agrees. */
export function anOrderLife(world: World) {
  afterEach(async () => {
    const report = await verifyLedger(world.ctx, [escrowCheck]);
    expect(report.differences).toEqual([]);
  });

  async function passes(hours: number) {
    world.clock.advance(hours * HOUR_MS);
    await sweepOrderTimers(world.ctx);
  }

  async function reminders(orderId: string): Promise<string[]> {
    const { rows } = await sql<{ reminder: string }>`select payload->>'reminder' as reminder
      from platform.facts where kind = 'orders.reminder-due' and payload->>'orderId' = ${orderId}
      order by at, id`.execute(world.ctx.db);
    return rows.map((row) => row.reminder);
  }

  return { passes, reminders };
}

/** The input of an act that needs nothing but the order. */
export const on = (order: { orderId: string }) => ({ orderId: order.orderId });

/** The input of a delivery. */
export const work = (order: { orderId: string }) => ({
  ...on(order),
  note: 'العمل',
  files: [],
  aiUsed: false,
});
