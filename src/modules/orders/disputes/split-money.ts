import { actorName, newId, type TxCtx } from '#platform/context';
import { addDays } from '#platform/time';
import {
  balancesOf,
  hold,
  listOpenHoldsOfOrder,
  lockEarned,
  postTransfers,
  refundSplit,
  reserveShares,
  resolveHold,
  type TransferInput,
} from '#ledger';
import { pauseClearing, returnFromClearing, waitingClearing } from '#wallet';
import { refundParts, releaseToSeller, sharesOf } from '../order-money.ts';
import type { Order } from '../order-row.ts';
import { noteDebt } from './guarantee-money.ts';

const HOLD_DAYS = 30;

/** How the part of the price that stays with the seller is shared: commission + net = the part, exactly. */
export function sharesAfter(order: Order, refundedMinor: bigint) {
  const priceMinor = order.priceMinor - refundedMinor;
  return sharesOf({ priceMinor, commissionBps: order.commissionBps });
}

/** What the seller and the house give up when so much more goes back to the buyer. */
export function givenUp(order: Order, refundMinor: bigint) {
  const before = sharesAfter(order, order.refundedMinor);
  const after = sharesAfter(order, order.refundedMinor + refundMinor);
  return {
    sellerMinor: before.sellerMinor - after.sellerMinor,
    commissionMinor: before.commissionMinor - after.commissionMinor,
  };
}

/**
 * Shares the price between the two, to the cent: so much back to the buyer, the rest is the seller's net
 * and the commission on it (SPEC 5.9, 6.3). Before completion it comes out of escrow.
 */
export async function postSplit(tx: TxCtx, order: Order, refundMinor: bigint): Promise<void> {
  if (order.completedAt !== null) return returnAfterCompletion(tx, order, refundMinor);
  const { kept } = await reserveShares(tx, order.orderId);
  await refundParts(tx, order, refundSplit(kept, refundMinor));
  await releaseToSeller(tx, order, sharesAfter(order, order.refundedMinor + refundMinor));
}

/**
 * Withholds what a dispute after completion is about: what still clears waits, and of what has cleared
 * as much as is there (SPEC 5.9, 6.4).
 */
export async function holdDisputed(tx: TxCtx, order: Order, wantedMinor: bigint): Promise<void> {
  const { sellerMinor } = givenUp(order, wantedMinor);
  await pauseClearing(tx, order.orderId, true);
  const waiting = await waitingClearing(tx, order.orderId);
  const { pendingMinor, pendingHeldMinor } = await balancesOf(tx, order.sellerId);
  const fromPending = least(waiting, sellerMinor, pendingMinor - pendingHeldMinor);
  const fromEarned = least(sellerMinor - fromPending, await lockEarned(tx, order.sellerId));
  const parts = [
    { over: 'pending' as const, amountMinor: fromPending },
    { over: 'earned' as const, amountMinor: fromEarned },
  ];
  for (const part of parts.filter(({ amountMinor }) => amountMinor > 0n)) {
    await hold(tx, {
      ...part,
      holdId: newId(tx),
      memberId: order.sellerId,
      reason: `dispute ${order.code}`,
      orderId: order.orderId,
      endsAt: addDays(tx.clock.now(), HOLD_DAYS),
    });
  }
}

/** Gives what a dispute withheld its freedom again; clearing goes on. */
export async function releaseDisputed(tx: TxCtx, order: Order): Promise<void> {
  for (const { holdId } of await listOpenHoldsOfOrder(tx, order.orderId)) {
    await resolveHold(tx, { holdId, outcome: 'released' });
  }
  await pauseClearing(tx, order.orderId, false);
}

/**
 * After completion: the buyer's part comes out of the seller's pending, then earned, then the guarantee
 * reserve, and out of the commission on it; it goes back to where the money came from.
 */
async function returnAfterCompletion(tx: TxCtx, order: Order, refundMinor: bigint): Promise<void> {
  await releaseDisputed(tx, order);
  if (refundMinor === 0n) return;
  const { sellerMinor, commissionMinor } = givenUp(order, refundMinor);
  const fromPending = await returnFromClearing(tx, order.orderId, sellerMinor);
  const fromEarned = least(sellerMinor - fromPending, await lockEarned(tx, order.sellerId));
  const covered = sellerMinor - fromPending - fromEarned;
  const { kept } = await reserveShares(tx, order.orderId);
  const back = refundSplit(kept, refundMinor);
  const legs: Leg[] = [
    { kind: 'return_from_pending', debit: order.sellerId, amountMinor: fromPending },
    { kind: 'return_from_earned', debit: order.sellerId, amountMinor: fromEarned },
    { kind: 'guarantee_cover', amountMinor: covered },
    { kind: 'commission_return', amountMinor: commissionMinor },
  ];
  const into = legs.map((leg) => ({ ...leg, credit: order.orderId }));
  const outOf: Leg[] = [
    { kind: 'refund_to_credit', credit: order.buyerId, amountMinor: back.creditMinor },
    { kind: 'refund_to_earned', credit: order.buyerId, amountMinor: back.earnedMinor },
  ].map((leg) => ({ ...leg, debit: order.orderId }) as Leg);
  await postTransfers(
    tx,
    [...into, ...outOf].flatMap((leg) => posting(tx, order, leg)),
  );
  if (covered > 0n) await noteDebt(tx, order, covered);
}

interface Leg {
  kind: TransferInput['kind'];
  debit?: string;
  credit?: string;
  amountMinor: bigint;
}

/** Keyed by order, kind and how much had gone back before: each split moves its money once. */
function posting(tx: TxCtx, order: Order, leg: Leg): TransferInput[] {
  if (leg.amountMinor === 0n) return [];
  const key = `order:${order.orderId}:${leg.kind.replaceAll('_', '-')}:${order.refundedMinor}`;
  return [{ ...leg, id: newId(tx), key, orderId: order.orderId, actor: actorName(tx) }];
}

function least(...amounts: bigint[]): bigint {
  return amounts.reduce((low, one) => (one < low ? one : low));
}
