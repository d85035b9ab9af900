import { defineFact } from '#platform/facts';

export interface ServiceFact {
  serviceId: string;
}

/** Strangers can find and buy it from now on: approved, resumed, its seller back, its queue with places again. */
export const servicePublished = defineFact<ServiceFact>('catalogue.service-published');

/** A listed service looks different: its price, texts, seller or figures. */
export const serviceChanged = defineFact<ServiceFact>('catalogue.service-changed');

/** It left the lists: paused, archived, its queue full, its seller away. Its figures are kept. */
export const serviceUnlisted = defineFact<ServiceFact>('catalogue.service-unlisted');

/** It, or its next version, was sent to the reviewers. */
export const serviceSubmitted = defineFact<ServiceFact>('catalogue.service-submitted');

/** A reviewer decided, on a new service or on the next version of one; the seller is told. */
export const serviceReviewed = defineFact<
  ServiceFact & { sellerId: string; approved: boolean; ofRevision?: boolean }
>('catalogue.service-reviewed');

/** The seller takes another number of orders at a time: who knows the orders counts them. */
export const queueLimitSet = defineFact<ServiceFact & { sellerId: string }>(
  'catalogue.queue-limit-set',
);
