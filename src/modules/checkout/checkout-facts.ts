import { defineFact } from '#platform/facts';

/** Paid, but it could not become an order: the money is the buyer's credit. */
export const purchaseReturned = defineFact<{ purchaseId: string; buyerId: string; reason: string }>(
  'checkout.purchase-returned',
);

interface OfferFact {
  offerId: string;
  conversationId: string;
  buyerId: string;
  sellerId: string;
  title: string;
}

export const offerMade = defineFact<OfferFact>('checkout.offer-made');
export const offerDeclined = defineFact<OfferFact & { reason: string }>('checkout.offer-declined');
export const offerWithdrawn = defineFact<OfferFact>('checkout.offer-withdrawn');
/** Its end is less than a day away. */
export const offerExpiring = defineFact<OfferFact>('checkout.offer-expiring');
export const offerExpired = defineFact<OfferFact>('checkout.offer-expired');

interface RequestFact {
  requestId: string;
  conversationId: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
}

export const orderRequested = defineFact<RequestFact>('checkout.order-requested');
export const requestDeclined = defineFact<RequestFact>('checkout.request-declined');
