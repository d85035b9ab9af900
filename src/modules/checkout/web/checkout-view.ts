import { getSellableService } from '#catalogue';
import { balancesOf } from '#ledger';
import { type Ctx, requireMember } from '#platform/context';
import type { Offer } from '../offers/offer.ts';
import { getOfferTo, quoteOfOffer } from '../offers/offer-quote.ts';
import { type Choice, type Quote, quoteOf } from '../quote.ts';
import { type PaymentOption, paymentOptions } from './payment-options.ts';

export interface CheckoutView {
  quote: Quote;
  spendableMinor: bigint;
  missingMinor: bigint;
  options: PaymentOption[];
  own: boolean;
  /** The custom offer that is paid for. */
  offer: Offer | undefined;
}

/**
 * Everything the page of a choice shows. NotFound for a service that was never sold and for an offer to
 * somebody else.
 */
export async function checkoutView(ctx: Ctx, choice: Choice): Promise<CheckoutView> {
  const memberId = requireMember(ctx);
  const [{ quote, offer }, balances] = await Promise.all([
    quoteShown(ctx, memberId, choice),
    balancesOf(ctx, memberId),
  ]);
  const spendableMinor = balances.creditMinor + balances.earnedMinor;
  const short = quote.priceMinor - spendableMinor;
  const missingMinor = short > 0n ? short : 0n;
  const options = await paymentOptions(ctx, { priceMinor: quote.priceMinor, spendableMinor });
  const own = quote.service.sellerId === memberId;
  return { quote, offer, spendableMinor, missingMinor, options, own };
}

async function quoteShown(ctx: Ctx, memberId: string, choice: Choice) {
  if (choice.offerId === undefined) {
    const service = await getSellableService(ctx, choice.serviceId);
    return { quote: quoteOf(service, choice), offer: undefined };
  }
  const offer = await getOfferTo(ctx, choice.offerId, memberId);
  return { quote: quoteOfOffer(await getSellableService(ctx, offer.serviceId), offer), offer };
}
