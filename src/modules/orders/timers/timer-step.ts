import type { TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { Refusal } from '#platform/refusals';
import { type ClockStep, orderClock, stepDueAt } from '../moves/order-clocks.ts';
import { listOpenAsks } from '../moves/order-asks.ts';
import { type OrderRules, orderRulesAt } from '../moves/order-rules.ts';
import { takeAct } from '../moves/take-act.ts';
import { findDispute } from '../disputes/dispute.ts';
import { reminderDue } from '../order-facts.ts';
import type { Order } from '../order-row.ts';
import { type Act, isOver, type TimerKind } from '../order.ts';
import {
  advanceTimer,
  endTimer,
  lockIdle,
  type Ring,
  type Ringing,
  type Timer,
} from './order-timers.ts';

/** Locks these orders with their clocks (`lockIdle`), and keeps those whose next step is due. */
export async function lockDue(tx: TxCtx, rings: readonly Ring[]): Promise<Ringing[]> {
  const ringing = await lockIdle(tx, rings);
  return ringing.filter(({ timer }) => timer.dueAt <= tx.clock.now());
}

/**
 * Does the due step of a clock, through the same actions as a person. A reminder that the next step has
 * overtaken is left out.
 */
export async function doStep(tx: TxCtx, { order, timer }: Ringing): Promise<void> {
  const rules = await orderRulesAt(tx, order.openedAt);
  const clock = orderClock(timer.kind, rules);
  const step = clock.steps[timer.step];
  const delivered = order.firstDeliveredAt !== null;
  const skipped = delivered ? step?.onlyBeforeDelivery : step?.onlyAfterDelivery;
  if (step?.does && !skipped) {
    await actByItself(tx, timer, { does: step.does, locked: { order, rules } });
    return;
  }
  const lastDueAt = stepDueAt(clock, timer.anchorAt, clock.steps.length - 1);
  const overtaken = clock.steps
    .slice(timer.step + 1)
    .some(
      (later, index) =>
        later.offsetMs > (step?.offsetMs ?? 0) &&
        stepDueAt(clock, timer.anchorAt, timer.step + 1 + index) <= tx.clock.now(),
    );
  if (step?.reminds && !skipped && !overtaken) {
    await remind(tx, order, { kind: timer.kind, step, lastDueAt });
  }
  const next = timer.step + 1;
  if (next >= clock.steps.length) await endTimer(tx, timer);
  else {
    const dueAt = stepDueAt(clock, timer.anchorAt, next);
    await advanceTimer(tx, { ...timer, step: next, dueAt });
  }
}

async function actByItself(
  tx: TxCtx,
  timer: Timer,
  what: { does: Act; locked: { order: Order; rules: OrderRules } },
): Promise<void> {
  const { orderId, kind } = timer;
  try {
    const taken = await takeAct(tx, { orderId, act: what.does, locked: what.locked });
    // An order that is over has stopped all its clocks.
    const { state } = taken.order;
    if (state !== what.locked.order.state && isOver(state)) return;
  } catch (error) {
    // The order has moved past what this clock was for.
    if (!(error instanceof Refusal)) throw error;
    tx.log.warn({ orderId, kind, code: error.code }, 'clock without effect');
  }
  // A clock ends with its act, unless the act has started it anew.
  await endTimer(tx, timer);
}

async function remind(
  tx: TxCtx,
  order: Order,
  what: { kind: TimerKind; step: ClockStep; lastDueAt: Date },
): Promise<void> {
  const { reminds } = what.step;
  if (!reminds) return;
  await recordFact(tx, reminderDue, {
    orderId: order.orderId,
    buyerId: order.buyerId,
    sellerId: order.sellerId,
    serviceId: order.serviceId,
    reminder: reminds.reminder,
    who: reminds.who,
    otherThan: reminds.who === 'other' ? await askerOf(tx, order, what.kind) : undefined,
    at: what.lastDueAt.toISOString(),
  });
}

/** Who waits for the other side's word: the one who asked, or who opened the dispute. */
async function askerOf(
  tx: TxCtx,
  order: Order,
  kind: TimerKind,
): Promise<'buyer' | 'seller' | undefined> {
  if (kind === 'dispute_answer') return (await findDispute(tx, order.orderId))?.openedBy;
  const asks = await listOpenAsks(tx, order.orderId);
  return asks.find((ask) => ask.kind === kind)?.askedBy;
}
