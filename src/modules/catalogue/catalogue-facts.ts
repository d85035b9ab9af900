import { defineFact } from '#platform/facts';

export interface ServiceFact {
  serviceId: string;
}

/** Strangers can find and buy it from now on. */
export const servicePublished = defineFact<ServiceFact>('catalogue.service-published');

/** A listed service looks different: its price, texts, seller or figures. */
export const serviceChanged = defineFact<ServiceFact>('catalogue.service-changed');

/** It left the lists: paused, archived, or back in review. */
export const serviceUnlisted = defineFact<ServiceFact>('catalogue.service-unlisted');

/** A reviewer decided; the seller is told. */
export const serviceReviewed = defineFact<ServiceFact & { sellerId: string; approved: boolean }>(
  'catalogue.service-reviewed',
);
