import { type Ctx, requireMember } from '#platform/context';
import { getSellableService, recallSellableService, type SellableService } from '#catalogue';
import { OwnService, PriceChanged, ServiceChanged } from '../checkout-errors.ts';
import { type Choice, type Quote, quoteOf } from '../quote.ts';
import { openOrder } from './open-order.ts';

export interface BuyFromBalance extends Choice {
  /** What the page showed; anything else is shown again and asked for. */
  shownPriceMinor: bigint;
  /** Made with the form: the same key answers the same order. */
  key: string;
}

/**
 * Buys a service from the buyer's balance, credit first, at the price that was shown (SPEC 4.1, 4.2).
 * Refuses SignInRequired, NotFound, OwnService, PriceChanged, ServiceChanged, BalanceTooLow,
 * PurchaseKeyReused.
 */
export async function buyFromBalance(ctx: Ctx, input: BuyFromBalance): Promise<{ orderId: string }> {
  const buyerId = requireMember(ctx);
  const purchase = { buyerId, purchaseKey: input.key, feeMinor: 0n };
  const remembered = await recallSellableService(ctx, input.serviceId);
  try {
    const quote = requirePrice(quoteOf(requireBuyable(remembered, buyerId), input), input);
    return await openOrder(ctx, { ...purchase, quote });
  } catch (error) {
    // What this process remembered may be seconds old: ask before saying no.
    if (!(error instanceof ServiceChanged || error instanceof PriceChanged)) throw error;
    const fresh = await getSellableService(ctx, input.serviceId);
    if (fresh.version === remembered.version && fresh.sellable === remembered.sellable) throw error;
    const quote = requirePrice(quoteOf(requireBuyable(fresh, buyerId), input), input);
    return openOrder(ctx, { ...purchase, quote });
  }
}

/** Refuses OwnService and ServiceChanged. */
export function requireBuyable(service: SellableService, buyerId: string): SellableService {
  if (service.sellerId === buyerId) throw new OwnService();
  if (!service.sellable) throw new ServiceChanged({ serviceId: service.serviceId });
  return service;
}

/** Never charged more than shown, nor less without a word (SPEC 15). */
export function requirePrice(quote: Quote, input: { shownPriceMinor: bigint }): Quote {
  if (quote.priceMinor !== input.shownPriceMinor) {
    throw new PriceChanged({ shownMinor: input.shownPriceMinor, priceMinor: quote.priceMinor });
  }
  return quote;
}
