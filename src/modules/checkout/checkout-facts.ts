import { defineFact } from '#platform/facts';

/** Paid, but it could not become an order: the money is the buyer's credit. */
export const purchaseReturned = defineFact<{ purchaseId: string; buyerId: string; reason: string }>(
  'checkout.purchase-returned',
);
