import type { Criterion } from '../review.ts';

/** Whose reviews are summed up: a service's, a seller's (both by buyers), a buyer's (by sellers). */
export type FiguresKind = 'service' | 'seller' | 'buyer';

/** Sums of what is shown. */
export interface Sums {
  reviews: number;
  quality: number;
  communication: number;
  onTime: number;
  stars: number;
}

/** What people are told of many reviews. */
export interface Rating {
  reviews: number;
  /** 0 to 5; 0 while there is none. */
  average: number;
  /** The three criteria of buyers' reviews; empty for a buyer. */
  criteria: Record<Criterion, number> | undefined;
}

/** The average in hundredths, rounded half up: 4.67 is 467; 0 while there is none. */
export function hundredthsOf(kind: FiguresKind, sums: Sums): number {
  if (sums.reviews === 0) return 0;
  if (kind === 'buyer') return Math.round((100 * sums.stars) / sums.reviews);
  return Math.round((100 * (sums.quality + sums.communication + sums.onTime)) / (3 * sums.reviews));
}

/** Averages out of sums. */
export function ratingFrom(kind: FiguresKind, sums: Sums): Rating {
  const each = (sum: number) => (sums.reviews === 0 ? 0 : sum / sums.reviews);
  return {
    reviews: sums.reviews,
    average: hundredthsOf(kind, sums) / 100,
    criteria:
      kind === 'buyer'
        ? undefined
        : {
            quality: each(sums.quality),
            communication: each(sums.communication),
            onTime: each(sums.onTime),
          },
  };
}
