export type OfferState = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

/** Who moves an offer where; everything else stays as it was offered (SPEC 4.4). */
export const offerMoves = {
  accept: { by: 'buyer', to: 'accepted' },
  decline: { by: 'buyer', to: 'declined' },
  withdraw: { by: 'seller', to: 'withdrawn' },
  expire: { by: 'clock', to: 'expired' },
} as const satisfies Record<string, { by: 'buyer' | 'seller' | 'clock'; to: OfferState }>;

/** What a seller proposes to one buyer; accepted by paying for it. USD cents, days of 24 hours. */
export interface Offer {
  offerId: string;
  conversationId: string;
  requestId: string | undefined;
  serviceId: string;
  sellerId: string;
  buyerId: string;
  title: string;
  scope: string;
  priceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  /** The buyer answers the questions of the service too. */
  asksQuestions: boolean;
  state: OfferState;
  /** Why it was declined or withdrawn, as far as somebody said. */
  reason: string;
  orderId: string | undefined;
  offeredAt: Date;
  standsUntil: Date;
  settledAt: Date | undefined;
}

export const OFFER_DAYS = { min: 1, default: 3, max: 14 } as const;
export const DELIVERY_DAYS = { min: 1, max: 90 } as const;
export const MOST_CHANGES = 20;
export const LONGEST = { title: 80, scope: 5_000, reason: 500, request: 5_000 } as const;
/** So many of one seller may stand open in one conversation. */
export const OPEN_OFFERS = 3;

/** Whether it can still be accepted: its end counts even before the clock has written it down. */
export function isOpen(offer: Pick<Offer, 'state' | 'standsUntil'>, now: Date): boolean {
  return offer.state === 'open' && offer.standsUntil > now;
}

/** What facts about an offer say. */
export function factOf({ offerId, conversationId, buyerId, sellerId, title }: Offer) {
  return { offerId, conversationId, buyerId, sellerId, title };
}
