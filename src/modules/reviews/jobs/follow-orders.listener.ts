import { orderCompleted } from '#orders';
import { defineListener } from '#platform/facts';
import { beginPair } from '../writing/begin-pair.ts';

/** A completed order has time for reviews. */
export const beginPairs = defineListener('reviews.begin-pair', orderCompleted, (ctx, { orderId }) =>
  beginPair(ctx, orderId),
);
