import type { Ctx, TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { type Order, type OrderRow, orderOf } from '../order-row.ts';
import type { TimerKind } from '../order.ts';
import { firstStep, type OrderClock, orderClock } from '../moves/order-clocks.ts';
import type { OrderRules } from '../moves/order-rules.ts';

/** A clock of an order as its row stands. */
export interface Timer {
  orderId: string;
  kind: TimerKind;
  step: number;
  anchorAt: Date;
  dueAt: Date;
  doneAt: Date | null;
}

/** Starts a clock, or starts it anew from its anchor. */
export async function startClock(
  tx: TxCtx,
  order: Order,
  start: { kind: TimerKind; rules: OrderRules },
): Promise<void> {
  // A seller who has spoken needs no reminder to.
  if (start.kind === 'first_word' && order.sellerSpokeAt !== null) return;
  const clock = orderClock(start.kind, start.rules);
  const now = tx.clock.now();
  const anchorAt = anchorOf(clock, order, now);
  const { step, dueAt } = firstStep(clock, anchorAt, now);
  await sql`insert into orders.timers as t (order_id, kind, step, anchor_at, due_at)
    values (${order.orderId}, ${start.kind}, ${step}, ${anchorAt}, ${dueAt})
    on conflict (order_id, kind) do update set step = excluded.step, anchor_at = excluded.anchor_at,
      due_at = excluded.due_at, done_at = null`.execute(tx.db);
}

function anchorOf(clock: OrderClock, order: Order, now: Date): Date {
  const anchors: Record<OrderClock['anchor'], Date | null> = {
    opening: order.openedAt,
    requirements: order.requirementsAt,
    due: order.dueAt,
    acceptance_end: order.acceptanceEndsAt,
    ask: now,
    completion: order.completedAt && new Date(order.completedAt.getTime() + Number(order.frozenMs)),
  };
  return anchors[clock.anchor] ?? now;
}

/** Stops these clocks of an order, or all that run. */
export async function stopClocks(
  tx: TxCtx,
  orderId: string,
  kinds: readonly TimerKind[] | 'all',
): Promise<void> {
  if (kinds.length === 0) return;
  const which = kinds === 'all' ? sql`true` : sql`kind = any(${[...kinds]})`;
  await sql`update orders.timers set done_at = ${tx.clock.now()}
    where order_id = ${orderId} and done_at is null and ${which}`.execute(tx.db);
}

/** Moves a clock to its next step. */
export async function advanceTimer(
  tx: TxCtx,
  timer: Timer,
  next: { step: number; dueAt: Date },
): Promise<void> {
  await sql`update orders.timers set step = ${next.step}, due_at = ${next.dueAt}
    where order_id = ${timer.orderId} and kind = ${timer.kind} and done_at is null`.execute(tx.db);
}

/** Stops a clock that still stands where it was read; one that was started anew goes on. */
export async function endTimer(tx: TxCtx, timer: Timer): Promise<void> {
  await sql`update orders.timers set done_at = ${tx.clock.now()}
    where order_id = ${timer.orderId} and kind = ${timer.kind} and done_at is null
      and step = ${timer.step} and anchor_at = ${timer.anchorAt}`.execute(tx.db);
}

/** An order and its running clock as they stood when both were locked. */
export interface Ringing {
  order: Order;
  timer: Timer;
}

/**
 * Locks an order with one of its running clocks, in one go; undefined when the clock has stopped, and also
 * while somebody else is acting on the order. Both are locked, so that both are read as they are now.
 */
export async function lockIdle(
  tx: TxCtx,
  ring: { orderId: string; kind: TimerKind },
): Promise<Ringing | undefined> {
  const { rows } = await sql<OrderRow & TimerRow>`
    select o.*, t.step as timer_step, t.anchor_at as timer_anchor_at, t.due_at as timer_due_at
    from orders.orders o join orders.timers t on t.order_id = o.id
    where o.id = ${ring.orderId} and t.kind = ${ring.kind} and t.done_at is null
    for no key update of o, t skip locked`.execute(tx.db);
  const row = rows[0];
  if (!row) return undefined;
  const { timer_step: step, timer_anchor_at: anchorAt, timer_due_at: dueAt } = row;
  return { order: orderOf(row), timer: { ...ring, step, anchorAt, dueAt, doneAt: null } };
}

interface TimerRow {
  timer_step: number;
  timer_anchor_at: Date;
  timer_due_at: Date;
}

/** Clocks whose next step is due, oldest first. */
export async function listDueTimers(ctx: Ctx, now: Date, limit: number): Promise<Timer[]> {
  const { rows } = await sql<Timer>`
    select order_id as "orderId", kind, step, anchor_at as "anchorAt", due_at as "dueAt",
      done_at as "doneAt"
    from orders.timers where done_at is null and due_at <= ${now}
    order by due_at, order_id, kind limit ${limit}`.execute(ctx.db);
  return rows;
}
