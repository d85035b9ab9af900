import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { ActKeyUsed } from '../order-errors.ts';
import { ORDER_FACTS } from '../order-facts.ts';
import { postMoney } from '../order-money.ts';
import { orderTopic } from '../order-paths.ts';
import { partyOf } from '../order-policy.ts';
import type { Order } from '../order-row.ts';
import { findActByKey, lockOrder, moveOrder, type OrderChange } from '../order-store.ts';
import { type Act, isFinal, type Party, TRANSITIONS, type Transition } from '../order.ts';
import { startClock, stopClocks } from '../timers/order-timers.ts';
import { findTransition } from './find-transition.ts';
import { type Ask, type AskKind, type AskOutcome, endAsk, listOpenAsks } from './order-asks.ts';
import { type OrderRules, rulesOfOrder } from './order-rules.ts';
import { stampsOf } from './stamps.ts';

export interface ActOn {
  orderId: string;
  act: Act;
  /** The rules of the order, when the caller has them; else they are read before the transaction. */
  rules?: OrderRules;
  /** Made with the form: the same key again finds the first result and changes nothing (SPEC 15). */
  key?: string;
}

/** What an act's own file gets when the table allows the act, before the order moves. */
export interface Taking {
  order: Order;
  party: Party;
  rules: OrderRules;
  asks: readonly Ask[];
}

/** What it may add: columns, words for the history, days for the fact. */
export interface Added {
  change?: OrderChange;
  details?: object;
  days?: number;
}

export interface Taken {
  order: Order;
  /** True when this very act had been done before: nothing happened now. */
  repeated: boolean;
}

/**
 * The one way an order moves (SPEC 5.2), in one transaction: lock, policy (else NotFound), key, row
 * of the table (else OrderMoved or GuardRefused), the act's own writing, compare-and-set with history,
 * clocks, open questions, money, fact, and word to whoever has the room open.
 */
export async function takeAct(
  ctx: Ctx,
  on: ActOn,
  own?: (tx: TxCtx, taking: Taking) => Promise<Added>,
): Promise<Taken> {
  // Rules may need a connection of their own: never wait for one while holding a transaction's.
  const rules = on.rules ?? (await rulesOfOrder(ctx, on.orderId));
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, on.orderId);
    const party = order && partyOf(tx.actor, order);
    if (!order || !party || !isTheirs(on.act, party)) throw new NotFound();
    if (await isRepeated(tx, on)) return { order, repeated: true };
    const asks = await listOpenAsks(tx, order.orderId);
    const now = tx.clock.now();
    const row = findTransition(on.act, { order, party, now, rules, asks });
    const added = (await own?.(tx, { order, party, rules, asks })) ?? {};
    const moved = await moveOrder(tx, {
      order,
      act: on.act,
      party,
      to: row.to,
      change: { ...stampsOf(row, order, { now, rules, asks }), ...added.change },
      key: on.key,
      details: added.details,
    });
    await settle(tx, { row, before: order, moved, rules });
    await tellWorld(tx, { row, moved, party, asks, days: added.days });
    return { order: moved, repeated: false };
  });
}

/** The other side's act does not exist for this side. */
function isTheirs(act: Act, party: Party): boolean {
  return TRANSITIONS.some((row) => row.act === act && row.by.includes(party));
}

async function isRepeated(tx: TxCtx, on: ActOn): Promise<boolean> {
  if (on.key === undefined) return false;
  const done = await findActByKey(tx, on.orderId, on.key);
  if (done !== undefined && done !== on.act) throw new ActKeyUsed();
  return done !== undefined;
}

interface Settling {
  row: Transition;
  before: Order;
  moved: Order;
  rules: OrderRules;
}

/** Clocks, open questions and money, as the row says. */
async function settle(tx: TxCtx, { row, before, moved, rules }: Settling): Promise<void> {
  const over = row.to !== row.from && (isFinal(row.to) || row.to === 'completed');
  await stopClocks(tx, moved.orderId, over ? 'all' : (row.stops ?? []));
  for (const kind of row.starts ?? []) await startClock(tx, moved, { kind, rules });
  for (const kind of row.ends ?? []) {
    await endAsk(tx, moved.orderId, { kind, outcome: outcomeOf(row, kind) });
  }
  await postMoney(tx, before, row.money ?? 'none');
}

interface Telling {
  row: Transition;
  moved: Order;
  party: Party;
  asks: readonly Ask[];
  days?: number;
}

async function tellWorld(tx: TxCtx, { row, moved, party, asks, days }: Telling): Promise<void> {
  const ask = asks.find((open) => row.ends?.includes(open.kind) && row.act.endsWith(open.kind));
  const timeOver = asks.find((open) => row.act === `${open.kind}_time_over`);
  const about = ask ?? timeOver;
  await recordFact(tx, ORDER_FACTS[row.fact], {
    orderId: moved.orderId,
    buyerId: moved.buyerId,
    sellerId: moved.sellerId,
    serviceId: moved.serviceId,
    act: row.act,
    by: party,
    afterDelivery: moved.firstDeliveredAt !== null,
    askedBy: about?.askedBy,
    days: days ?? about?.days ?? undefined,
  });
  await publish(tx, orderTopic(moved.orderId), { moved: moved.version });
}

function outcomeOf(row: Transition, kind: AskKind): AskOutcome {
  if (row.act === `agree_${kind}`) return 'agreed';
  if (row.act === `refuse_${kind}`) return 'refused';
  if (row.act === 'withdraw_cancellation' && kind === 'cancellation') return 'withdrawn';
  if (row.act !== `${kind}_time_over`) return 'lapsed';
  return kind === 'extension' || row.to === 'cancelled' ? 'silence_yes' : 'silence_no';
}
