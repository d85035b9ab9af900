/** Who wrote it. */
export type ReviewSide = 'buyer' | 'seller';

/** What a buyer rates, one to five each (SPEC 5.10). */
export const CRITERIA = ['quality', 'communication', 'onTime'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What was given: three criteria by a buyer, stars by a seller. */
export type Given =
  | { side: 'buyer'; quality: number; communication: number; onTime: number }
  | { side: 'seller'; stars: number };

/** Something one side of an order said of the other. */
export interface Review {
  reviewId: string;
  orderId: string;
  authorId: string;
  subjectId: string;
  serviceId: string;
  /** Which version of the service was sold (SPEC 2.4). */
  serviceVersion: number;
  given: Given;
  body: string;
  key: string;
  writtenAt: Date;
  /** Undefined while both are blind. */
  openedAt: Date | undefined;
  /** Undefined unless the staff hid it after an appeal. */
  hiddenAt: Date | undefined;
}

/** The time an order has for reviews, and its timer. */
export interface Pair {
  orderId: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
  serviceVersion: number;
  startsAt: Date;
  endsAt: Date;
  openedAt: Date | undefined;
  /** How many reminders have been sent or left out. */
  step: number;
  dueAt: Date | undefined;
}

/** The average of one review: 1 to 5. */
export function averageOf(given: Given): number {
  if (given.side === 'seller') return given.stars;
  return (given.quality + given.communication + given.onTime) / 3;
}

/** Whether others may see it. */
export function isShown(review: Pick<Review, 'openedAt' | 'hiddenAt'>): boolean {
  return review.openedAt !== undefined && review.hiddenAt === undefined;
}

export const otherSide = (side: ReviewSide): ReviewSide => (side === 'buyer' ? 'seller' : 'buyer');
