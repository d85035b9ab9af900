import { actorName, type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { ActKeyUsed } from '../order-errors.ts';
import { type Dispute, findDispute, moveDispute } from '../disputes/dispute.ts';
import { holdDisputed, postSplit, releaseDisputed } from '../disputes/split-money.ts';
import { ORDER_FACTS } from '../order-facts.ts';
import { postMoney } from '../order-money.ts';
import { orderTopic } from '../order-paths.ts';
import { partyOf } from '../order-policy.ts';
import type { Order } from '../order-row.ts';
import { findActByKey, lockOrder, moveOrder, type OrderChange } from '../order-store.ts';
import { type Act, isOver, type Party, TRANSITIONS, type Transition } from '../order.ts';
import { startClock, stopClocks } from '../timers/order-timers.ts';
import { findTransition } from './find-transition.ts';
import { type Ask, type AskKind, type AskOutcome, endAsk, listOpenAsks } from './order-asks.ts';
import { clockEnd } from './order-clocks.ts';
import { type OrderRules, orderRulesAt } from './order-rules.ts';
import { stampsOf } from './stamps.ts';

export interface ActOn {
  orderId: string;
  act: Act;
  /** The order with its rules, when the caller has locked it in this transaction already. */
  locked?: { order: Order; rules: OrderRules };
  /** How much (USD cents) a judge gives back to the buyer; other acts know it from what was asked. */
  refundMinor?: bigint;
  /** Made with the form: the same key again finds the first result and changes nothing (SPEC 15). */
  key?: string;
}

/** What an act's own file gets when the table allows the act, before the order moves. */
export interface Taking {
  order: Order;
  party: Party;
  rules: OrderRules;
  asks: readonly Ask[];
  dispute?: Dispute;
}

/** What it may add: columns, words for the history, days and a sum for the fact. */
export interface Added {
  change?: OrderChange;
  details?: object;
  days?: number;
  /** What was paid, for the fact; USD cents. */
  amountMinor?: bigint;
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
  return inTransaction(ctx, async (tx) => {
    const order = on.locked?.order ?? (await lockOrder(tx, on.orderId));
    const party = order && partyOf(tx.actor, order);
    if (!order || !party || !isTheirs(on.act, party)) throw new NotFound();
    if (await isRepeated(tx, on)) return { order, repeated: true };
    const rules = on.locked?.rules ?? (await orderRulesAt(tx, order.openedAt));
    const asks = await listOpenAsks(tx, order.orderId);
    const now = tx.clock.now();
    const dispute = order.state === 'disputed' ? await findDispute(tx, order.orderId) : undefined;
    const refundMinor = on.refundMinor ?? refundOf(on.act, asks, dispute);
    const actorId = actorName(tx);
    const situation = { order, party, now, rules, asks, dispute, refundMinor, actorId };
    const row = findTransition(on.act, situation);
    const added = (await own?.(tx, { order, party, rules, asks, dispute })) ?? {};
    const moved = await moveOrder(tx, {
      order,
      act: on.act,
      party,
      to: row.to,
      change: { ...stampsOf(row, order, { now, rules, asks, refundMinor }), ...added.change },
      key: on.key,
      details: added.details ?? detailsOf(row, refundMinor),
    });
    await settle(tx, { row, before: order, moved, rules, party, refundMinor, asks });
    await tellWorld(tx, { row, moved, party, asks, added });
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
  party: Party;
  refundMinor: bigint;
  /** What was open when the order was locked. */
  asks: readonly Ask[];
}

/** Clocks, open questions and money, as the row says. */
async function settle(tx: TxCtx, settling: Settling): Promise<void> {
  const { row, moved, rules } = settling;
  const over = row.to !== row.from && isOver(row.to);
  await stopClocks(tx, moved.orderId, over ? 'all' : (row.stops ?? []));
  for (const kind of row.starts ?? []) await startClock(tx, moved, { kind, rules });
  for (const { kind } of settling.asks.filter((ask) => row.ends?.includes(ask.kind))) {
    await endAsk(tx, moved.orderId, { kind, outcome: outcomeOf(row, kind) });
  }
  await moveMoney(tx, settling);
  if (row.dispute) {
    const [clock] = row.starts ?? [];
    const { act, dispute: phase } = row;
    const { party, refundMinor } = settling;
    const dueAt = clock ? clockEnd(clock, rules, tx.clock.now()) : null;
    await moveDispute(tx, moved, { phase, act, party, refundMinor, dueAt });
  }
}

async function moveMoney(tx: TxCtx, { row, before, refundMinor }: Settling): Promise<void> {
  switch (row.money) {
    case 'split':
      return postSplit(tx, before, refundMinor);
    case 'hold': {
      const dispute = await findDispute(tx, before.orderId);
      return holdDisputed(tx, before, dispute?.wantedMinor ?? 0n);
    }
    case 'unhold':
      return releaseDisputed(tx, before);
    case 'reserve':
      // The act itself has paid: line, price and escrow grew in one statement.
      return undefined;
    default:
      return postMoney(tx, before, row.money ?? 'none');
  }
}

/** How much goes back to the buyer when this act ends what is open between the two. */
function refundOf(act: Act, asks: readonly Ask[], dispute: Dispute | undefined): bigint {
  if (act === 'agree_refund') return asks.find((ask) => ask.kind === 'refund')?.amountMinor ?? 0n;
  if (act === 'dispute_answer_time_over') return dispute?.wantedMinor ?? 0n;
  const accepts = act === 'accept_split' || act === 'dispute_acceptance_time_over';
  return accepts ? (dispute?.proposedMinor ?? 0n) : 0n;
}

const detailsOf = (row: Transition, refundMinor: bigint) =>
  row.money === 'split' ? { refundMinor: refundMinor.toString() } : undefined;

interface Telling {
  row: Transition;
  moved: Order;
  party: Party;
  asks: readonly Ask[];
  added: Added;
}

async function tellWorld(tx: TxCtx, { row, moved, party, asks, added }: Telling): Promise<void> {
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
    days: added.days ?? about?.days ?? undefined,
    amountMinor: (added.amountMinor ?? about?.amountMinor ?? undefined)?.toString(),
  });
  publish(tx, orderTopic(moved.orderId), { moved: moved.version });
}

function outcomeOf(row: Transition, kind: AskKind): AskOutcome {
  if (row.act === `agree_${kind}`) return 'agreed';
  if (row.act === `refuse_${kind}`) return 'refused';
  if (row.act === `withdraw_${kind}`) return 'withdrawn';
  if (row.act !== `${kind}_time_over`) return 'lapsed';
  return kind === 'extension' || row.to === 'cancelled' ? 'silence_yes' : 'silence_no';
}
