import type { Ctx, TxCtx } from '#platform/context';
import { gatheredWrite } from '#platform/crowd';
import { type RawBuilder, sql } from 'kysely';
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
  await writeTimer(tx, { orderId: order.orderId, kind: start.kind, step, anchorAt, dueAt });
}

type Running = Omit<Timer, 'doneAt'>;

const writeTimer = gatheredWrite(async (tx: TxCtx, timers: readonly Running[]) => {
  await sql`insert into orders.timers as t (order_id, kind, step, anchor_at, due_at)
    select order_id, kind, step, anchor_at, due_at from ${rowsOf(timers)}
    on conflict (order_id, kind) do update set step = excluded.step, anchor_at = excluded.anchor_at,
      due_at = excluded.due_at, done_at = null`.execute(tx.db);
});

/** Timers as rows of a statement. */
function rowsOf(timers: readonly Running[]): RawBuilder<unknown> {
  const of = <K extends keyof Running>(column: K) => timers.map((timer) => timer[column]);
  return sql`unnest(${of('orderId')}::uuid[], ${of('kind')}::text[], ${of('step')}::smallint[],
    ${of('anchorAt')}::timestamptz[], ${of('dueAt')}::timestamptz[])
    as s(order_id, kind, step, anchor_at, due_at)`;
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
  await stopRunning(tx, { orderId, kinds: kinds === 'all' ? [null] : kinds });
}

/** No kind stands for all. */
interface Stop {
  orderId: string;
  kinds: readonly (TimerKind | null)[];
}

const stopRunning = gatheredWrite(async (tx: TxCtx, stops: readonly Stop[]) => {
  const orderIds = stops.flatMap(({ orderId, kinds }) => kinds.map(() => orderId));
  const kinds = stops.flatMap((stop) => stop.kinds);
  await sql`update orders.timers t set done_at = ${tx.clock.now()}
    from unnest(${orderIds}::uuid[], ${kinds}::text[]) as s(order_id, kind)
    where t.order_id = s.order_id and t.done_at is null and (s.kind is null or t.kind = s.kind)`.execute(
    tx.db,
  );
});

/** Moves a clock to its next step, given with the instant it is due. */
export const advanceTimer = gatheredWrite(async (tx: TxCtx, timers: readonly Timer[]) => {
  await sql`update orders.timers t set step = s.step, due_at = s.due_at from ${rowsOf(timers)}
    where t.order_id = s.order_id and t.kind = s.kind and t.done_at is null`.execute(tx.db);
});

/** Stops a clock that still stands where it was read; one that was started anew goes on. */
export const endTimer = gatheredWrite(async (tx: TxCtx, timers: readonly Timer[]) => {
  await sql`update orders.timers t set done_at = ${tx.clock.now()} from ${rowsOf(timers)}
    where t.order_id = s.order_id and t.kind = s.kind and t.done_at is null
      and t.step = s.step and t.anchor_at = s.anchor_at`.execute(tx.db);
});

/** An order and its running clock as they stood when both were locked. */
export interface Ringing {
  order: Order;
  timer: Timer;
}

/** Which clock of which order. */
export type Ring = Pick<Timer, 'orderId' | 'kind'>;

/**
 * Locks orders with one running clock of each, in one go. Those whose clock has stopped are left out, and
 * those somebody else is acting on. Both are locked, so that both are read as they are now.
 */
export async function lockIdle(tx: TxCtx, rings: readonly Ring[]): Promise<Ringing[]> {
  const orderIds = rings.map(({ orderId }) => orderId);
  const kinds = rings.map(({ kind }) => kind);
  const { rows } = await sql<OrderRow & TimerRow>`
    select o.*, t.kind as timer_kind, t.step as timer_step, t.anchor_at as timer_anchor_at,
      t.due_at as timer_due_at
    from unnest(${orderIds}::uuid[], ${kinds}::text[]) as s(order_id, kind)
    join orders.timers t on t.order_id = s.order_id and t.kind = s.kind
    join orders.orders o on o.id = t.order_id where t.done_at is null
    for no key update of o, t skip locked`.execute(tx.db);
  return rows.map((row) => ({ order: orderOf(row), timer: timerOf(row) }));
}

function timerOf(row: OrderRow & TimerRow): Timer {
  return {
    orderId: row.id,
    kind: row.timer_kind,
    step: row.timer_step,
    anchorAt: row.timer_anchor_at,
    dueAt: row.timer_due_at,
    doneAt: null,
  };
}

interface TimerRow {
  timer_kind: TimerKind;
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
