import { asSystem, type Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { TimerKind } from '../order.ts';
import { ringTimer } from '../timers/ring-timer.ts';

const MAX_RINGS = 50;

/** Lets every due clock of one order do its steps, soonest first, as the sweep does for all orders. */
export async function ringClocks(ctx: Ctx, orderId: string): Promise<number> {
  const system = asSystem(ctx, 'orders.clock');
  for (let rung = 0; rung < MAX_RINGS; rung += 1) {
    const { rows } = await sql<{ kind: TimerKind }>`select kind from orders.timers
      where order_id = ${orderId} and done_at is null and due_at <= ${system.clock.now()}
      order by due_at, kind limit 1`.execute(system.db);
    const kind = rows[0]?.kind;
    if (!kind || !(await ringTimer(system, { orderId, kind }))) return rung;
  }
  throw new Error(`the clocks of order ${orderId} never rest`);
}
