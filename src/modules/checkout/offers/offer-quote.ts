import { getSellableService, type SellableService } from '#catalogue';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { OfferClosed } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';
import { isOpen, type Offer } from './offer.ts';
import { findOffer } from './offer-store.ts';

/** The offer made to this buyer, open or not; for everybody else it does not exist. Refuses NotFound. */
export async function getOfferTo(ctx: Ctx, offerId: string, buyerId: string): Promise<Offer> {
  const offer = await findOffer(ctx, offerId);
  if (offer?.buyerId !== buyerId) throw new NotFound();
  return offer;
}

/** What an offer costs and takes: its own words and sums, in the frame of its service. */
export function quoteOfOffer(service: SellableService, offer: Offer): Quote {
  return {
    service: {
      ...service,
      title: offer.title,
      changesIncluded: offer.changesIncluded,
      requirements: offer.asksQuestions ? service.requirements : [],
      upgrades: [],
    },
    quantity: 1,
    lines: [
      {
        kind: 'service',
        upgradeId: undefined,
        title: offer.title,
        unitPriceMinor: offer.priceMinor,
        daysDelta: offer.deliveryDays,
        note: offer.scope,
      },
    ],
    priceMinor: offer.priceMinor,
    deliveryDays: offer.deliveryDays,
    offerId: offer.offerId,
  };
}

/** The quote of an offer, when it may be accepted now. Refuses OfferClosed. */
export async function quoteOpenOffer(ctx: Ctx, offer: Offer): Promise<Quote> {
  if (!isOpen(offer, ctx.clock.now())) throw new OfferClosed(offer.state);
  return quoteOfOffer(await getSellableService(ctx, offer.serviceId), offer);
}
