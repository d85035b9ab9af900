import { getSellableService, type SellableService } from '#catalogue';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { NotFound, Refusal } from '#platform/refusals';
import { PurchaseGivenUp } from '../checkout-errors.ts';
import { purchaseReturned } from '../checkout-facts.ts';
import type { Purchase } from '../purchase.ts';
import { findPurchase, lockPurchase, movePurchase } from '../purchase-store.ts';
import { getOfferTo, quoteOpenOffer } from '../offers/offer-quote.ts';
import { quoteOf } from '../quote.ts';
import { openOrder } from './open-order.ts';
import { requireBuyable, requireShown } from './require-shown.ts';

/**
 * The money of a waiting purchase has arrived as credit: opens its order at the price that was paid
 * for, in one transaction with the purchase. When the service was paused or changed meanwhile the
 * money stays as credit and the buyer is told (SPEC 4.2). Harmless to repeat, also at the same time;
 * every repetition ends in the same state. Refuses NotFound.
 */
export async function placePaidPurchase(ctx: Ctx, purchaseId: string): Promise<Purchase> {
  const purchase = await findPurchase(ctx, purchaseId);
  if (!purchase) throw new NotFound({ purchaseId });
  if (purchase.state === 'placed' || purchase.state === 'returned') return purchase;
  // May be a moment old: the statement that opens the order looks at its version again.
  const service = await getSellableService(ctx, purchase.serviceId);
  try {
    await inTransaction(ctx, (tx) => place(tx, purchaseId, service));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await inTransaction(ctx, (tx) => giveBack(tx, purchaseId, error.code));
  }
  return (await findPurchase(ctx, purchaseId)) ?? purchase;
}

async function place(tx: TxCtx, purchaseId: string, service: SellableService): Promise<void> {
  const purchase = await lockPurchase(tx, purchaseId);
  if (purchase.state === 'placed' || purchase.state === 'returned') return;
  if (purchase.state === 'given_up') throw new PurchaseGivenUp();
  const { buyerId, feeMinor } = purchase;
  const now =
    purchase.offerId === undefined
      ? quoteOf(requireBuyable(service, buyerId), purchase)
      : await quoteOpenOffer(tx, await getOfferTo(tx, purchase.offerId, buyerId));
  const quote = requireShown(now, {
    shownPriceMinor: purchase.priceMinor,
    shownDays: purchase.deliveryDays,
  });
  const purchaseKey = `purchase:${purchaseId}`;
  const { orderId } = await openOrder(tx, { buyerId, quote, purchaseKey, feeMinor });
  await movePurchase(tx, purchase, { to: 'placed', orderId });
}

async function giveBack(tx: TxCtx, purchaseId: string, reason: string): Promise<void> {
  const purchase = await lockPurchase(tx, purchaseId);
  if (!(await movePurchase(tx, purchase, { to: 'returned', reason }))) return;
  await recordFact(tx, purchaseReturned, { purchaseId, buyerId: purchase.buyerId, reason });
}
