import { actorName, newId, type TxCtx } from '#platform/context';
import { percentHalfUp } from '#platform/money';
import { addDays } from '#platform/time';
import { type Parts, postTransfers, reserveShares, type TransferInput } from '#ledger';
import { scheduleClearing } from '#wallet';
import { recoverDebts } from './disputes/guarantee-money.ts';
import type { Order } from './order-row.ts';
import type { MoneyEffect } from './order.ts';

/** How a price is shared at completion: commission rounded half up, the rest is the seller's (SPEC 6.3). */
export function sharesOf(order: Pick<Order, 'priceMinor' | 'commissionBps'>): {
  commissionMinor: bigint;
  sellerMinor: bigint;
} {
  const commissionMinor = percentHalfUp(order.priceMinor, BigInt(order.commissionBps));
  return { commissionMinor, sellerMinor: order.priceMinor - commissionMinor };
}

/** Posts what a row of the table says of the money, but splits. What is reserved is posted by who pays. */
export async function postMoney(
  tx: TxCtx,
  order: Order,
  effect: Exclude<MoneyEffect, 'split' | 'hold' | 'unhold' | 'reserve'>,
): Promise<void> {
  switch (effect) {
    case 'release':
      return releaseToSeller(tx, order, sharesOf(order));
    case 'refund_with_fee':
      return refundBuyer(tx, order, { withFee: true });
    case 'refund_without_fee':
      return refundBuyer(tx, order, { withFee: false });
    case 'none':
      return undefined;
  }
}

/** Escrow → the seller's pending earnings (net) and the commission; the net clears by the seller's level (SPEC 6.4). */
export async function releaseToSeller(
  tx: TxCtx,
  order: Order,
  { commissionMinor, sellerMinor }: ReturnType<typeof sharesOf>,
): Promise<void> {
  await postTransfers(tx, [
    ...leg(tx, order, {
      kind: 'release_to_seller',
      credit: order.sellerId,
      amountMinor: sellerMinor,
    }),
    ...leg(tx, order, { kind: 'commission', amountMinor: commissionMinor }),
  ]);
  if (sellerMinor === 0n) return;
  const recoveredMinor = await recoverDebts(tx, order, sellerMinor);
  if (recoveredMinor === sellerMinor) return;
  await scheduleClearing(tx, {
    memberId: order.sellerId,
    orderId: order.orderId,
    amountMinor: sellerMinor - recoveredMinor,
    clearsAt: addDays(tx.clock.now(), order.clearingDays),
  });
}

/** Escrow → where the money came from, part by part; the buyer's fee too when asked (SPEC 4.3, 6.3). */
async function refundBuyer(tx: TxCtx, order: Order, options: { withFee: boolean }): Promise<void> {
  const { kept } = await reserveShares(tx, order.orderId);
  await refundParts(tx, order, kept);
  if (!options.withFee) return;
  await postTransfers(
    tx,
    leg(tx, order, { kind: 'fee_refund', credit: order.buyerId, amountMinor: order.feeMinor }),
  );
}

/** Escrow → these parts of where the money came from; USD cents. */
export async function refundParts(tx: TxCtx, order: Order, parts: Parts): Promise<void> {
  await postTransfers(tx, [
    ...leg(tx, order, {
      kind: 'refund_to_credit',
      credit: order.buyerId,
      amountMinor: parts.creditMinor,
    }),
    ...leg(tx, order, {
      kind: 'refund_to_earned',
      credit: order.buyerId,
      amountMinor: parts.earnedMinor,
    }),
  ]);
}

interface Leg {
  kind: 'release_to_seller' | 'commission' | 'refund_to_credit' | 'refund_to_earned' | 'fee_refund';
  credit?: string;
  amountMinor: bigint;
}

/** One transfer of an order, keyed by order and kind: it can exist once. Nothing is posted for nothing. */
function leg(tx: TxCtx, order: Order, { kind, credit, amountMinor }: Leg): TransferInput[] {
  if (amountMinor === 0n) return [];
  const posting: TransferInput = {
    id: newId(tx),
    key: `order:${order.orderId}:${kind.replaceAll('_', '-')}`,
    kind,
    debit: kind === 'fee_refund' ? undefined : order.orderId,
    credit,
    amountMinor,
    orderId: order.orderId,
    actor: actorName(tx),
  };
  return [posting];
}
