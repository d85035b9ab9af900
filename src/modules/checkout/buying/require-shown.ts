import type { SellableService } from '#catalogue';
import {
  DeliveryChanged,
  OwnService,
  PriceChanged,
  QueueFull,
  SellerAway,
  ServiceChanged,
} from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';

/** What the page said; anything else is shown again and asked for (SPEC 15). */
export interface Shown {
  /** USD cents. */
  shownPriceMinor: bigint;
  /** Left out where no page was shown. */
  shownDays?: number;
}

/** The service, when this buyer may buy it now. Refuses OwnService, QueueFull, SellerAway, ServiceChanged. */
export function requireBuyable(service: SellableService, buyerId: string): SellableService {
  if (service.sellerId === buyerId) throw new OwnService();
  const { serviceId, closed } = service;
  if (closed?.reason === 'queue-full') throw new QueueFull({ serviceId });
  if (closed?.reason === 'away') throw new SellerAway({ serviceId });
  if (closed) throw new ServiceChanged({ serviceId });
  return service;
}

/**
 * The quote, when it is what was shown: never charged more, nor less without a word, nor delivered
 * later. Refuses PriceChanged, DeliveryChanged.
 */
export function requireShown(quote: Quote, { shownPriceMinor, shownDays }: Shown): Quote {
  const { priceMinor, deliveryDays } = quote;
  if (priceMinor !== shownPriceMinor)
    throw new PriceChanged({ shownMinor: shownPriceMinor, priceMinor });
  if (shownDays !== undefined && deliveryDays !== shownDays) {
    throw new DeliveryChanged({ shownDays, deliveryDays });
  }
  return quote;
}
