import { getSellableService, recallSellableService } from '#catalogue';
import { findPurchase } from '#orders';
import { type Ctx, requireMember } from '#platform/context';
import { Refusal } from '#platform/refusals';
import { BalanceTooLow, PurchaseKeyReused } from '../checkout-errors.ts';
import { getOfferTo, quoteOpenOffer } from '../offers/offer-quote.ts';
import { type Choice, quoteOf } from '../quote.ts';
import { openOrder } from './open-order.ts';
import { requireBuyable, requireShown, type Shown } from './require-shown.ts';
import { boughtOf, isSamePurchase } from './same-purchase.ts';

export interface BuyFromBalance extends Choice, Shown {
  /** Made with the form: the same key answers the same order. */
  key: string;
}

/**
 * Buys a service from the buyer's balance, credit first, at the price that was shown (SPEC 4.1, 4.2).
 * Refuses SignInRequired, NotFound, OwnService, PriceChanged, DeliveryChanged, ServiceChanged,
 * QueueFull, SellerAway, OfferClosed, BalanceTooLow, PurchaseKeyReused.
 */
export async function buyFromBalance(
  ctx: Ctx,
  input: BuyFromBalance,
): Promise<{ orderId: string }> {
  const buyerId = requireMember(ctx);
  if (input.offerId !== undefined) return buyOffer(ctx, buyerId, input);
  const purchase = { buyerId, purchaseKey: input.key, feeMinor: 0n };
  const buy = (service: Awaited<ReturnType<typeof recallSellableService>>) => {
    const quote = requireShown(quoteOf(requireBuyable(service, buyerId), input), input);
    return openOrder(ctx, { ...purchase, quote });
  };
  const remembered = await recallSellableService(ctx, input.serviceId);
  try {
    return await buy(remembered);
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof BalanceTooLow) throw error;
    const first = await firstAnswer(ctx, buyerId, input);
    if (first) return first;
    // What this process remembered may be seconds old: ask before saying no.
    const fresh = await getSellableService(ctx, input.serviceId);
    if (fresh.version === remembered.version && fresh.sellable === remembered.sellable) throw error;
    return buy(fresh);
  }
}

/** Accepts a custom offer by paying for it; a second click gets the order of the first. */
async function buyOffer(
  ctx: Ctx,
  buyerId: string,
  input: BuyFromBalance,
): Promise<{ orderId: string }> {
  const offer = await getOfferTo(ctx, input.offerId ?? '', buyerId);
  if (offer.orderId !== undefined) return { orderId: offer.orderId };
  const quote = requireShown(await quoteOpenOffer(ctx, offer), input);
  const purchaseKey = offerKey(offer.offerId);
  return openOrder(ctx, { buyerId, quote, purchaseKey, feeMinor: 0n });
}

/** Whatever form it came with: an offer is bought once. */
function offerKey(offerId: string): string {
  return `offer:${offerId}`;
}

/** The order this key made before the price or the service changed: a retry gets the first answer. */
async function firstAnswer(
  ctx: Ctx,
  buyerId: string,
  input: BuyFromBalance,
): Promise<{ orderId: string } | undefined> {
  const first = await findPurchase(ctx, buyerId, input.key);
  if (!first) return undefined;
  const wanted = { ...input, priceMinor: input.shownPriceMinor };
  if (!isSamePurchase(boughtOf(first), wanted)) throw new PurchaseKeyReused();
  return { orderId: first.orderId };
}
