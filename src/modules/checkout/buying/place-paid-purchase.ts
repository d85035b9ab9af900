import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { NotFound, Refusal } from '#platform/refusals';
import { getSellableService } from '#catalogue';
import { purchaseReturned } from '../checkout-facts.ts';
import type { Purchase } from '../purchase.ts';
import { findPurchase, movePurchase } from '../purchase-store.ts';
import { quoteOf } from '../quote.ts';
import { requireBuyable, requirePrice } from './buy-from-balance.ts';
import { openOrder } from './open-order.ts';

/**
 * The money of a waiting purchase has arrived as credit: opens its order at the price that was paid
 * for. When the service was paused or changed meanwhile the money stays as credit and the buyer is
 * told (SPEC 4.2). Harmless to repeat; every repetition ends in the same state. Refuses NotFound.
 */
export async function placePaidPurchase(ctx: Ctx, purchaseId: string): Promise<Purchase> {
  const purchase = await findPurchase(ctx, purchaseId);
  if (!purchase) throw new NotFound({ purchaseId });
  if (purchase.state === 'placed' || purchase.state === 'returned') return purchase;
  if (purchase.state === 'given_up') return settle(ctx, purchase, { to: 'returned', reason: 'given-up' });
  try {
    const service = requireBuyable(await getSellableService(ctx, purchase.serviceId), purchase.buyerId);
    const quote = requirePrice(quoteOf(service, purchase), { shownPriceMinor: purchase.priceMinor });
    const { orderId } = await openOrder(ctx, {
      buyerId: purchase.buyerId,
      quote,
      purchaseKey: `purchase:${purchaseId}`,
      feeMinor: purchase.feeMinor,
    });
    return settle(ctx, purchase, { to: 'placed', orderId });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return settle(ctx, purchase, { to: 'returned', reason: error.code });
  }
}

async function settle(
  ctx: Ctx,
  purchase: Purchase,
  move: { to: 'placed'; orderId: string } | { to: 'returned'; reason: string },
): Promise<Purchase> {
  await inTransaction(ctx, async (tx) => {
    if (!(await movePurchase(tx, purchase, move)) || move.to === 'placed') return;
    await recordFact(tx, purchaseReturned, {
      purchaseId: purchase.purchaseId,
      buyerId: purchase.buyerId,
      reason: move.reason,
    });
  });
  return (await findPurchase(ctx, purchase.purchaseId)) ?? purchase;
}
