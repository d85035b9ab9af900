import { defineFact } from '#platform/facts';
import type { ReviewSide } from './review.ts';

/** Ids of an order and its two sides. */
export interface PairIds {
  orderId: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
}

/** A side has not rated yet: the first asking, or the last before the time is over. */
export const reviewWanted = defineFact<
  PairIds & { side: ReviewSide; last: boolean; endsAt: string }
>('reviews.review-wanted');
/** Both sides see what was written; one of the two may be missing. */
export const reviewsOpened = defineFact<PairIds & { byBuyer: boolean; bySeller: boolean }>(
  'reviews.reviews-opened',
);
export const reviewAnswered = defineFact<PairIds & { reviewId: string }>('reviews.review-answered');
export const appealDecided = defineFact<
  PairIds & { reviewId: string; authorId: string; subjectId: string; hidden: boolean }
>('reviews.appeal-decided');
