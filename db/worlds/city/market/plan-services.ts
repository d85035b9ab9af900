import { bell, type Chance, chanceOf, weighted, zipfPlace } from '../chance.ts';
import type { CitySize } from '../city-size.ts';
import type { PlannedSeller, SellerLevel } from './plan-sellers.ts';

export type ServiceFate =
  | 'published'
  | 'paused'
  | 'pending_review'
  | 'rejected'
  | 'draft'
  | 'archived';

export interface PlannedService {
  /** From 1, in the order services were begun. */
  number: number;
  seller: PlannedSeller;
  leafKey: string;
  state: ServiceFate;
  priceMinor: number;
  deliveryDays: number;
  changesIncluded: number;
  createdAt: number;
  submittedAt: number | null;
  publishedAt: number | null;
  /** How much it is asked for, beside others. */
  weight: number;
  /** Average rating in hundredths, once people have rated it. */
  ratingHundredths: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How much more a seller of the level sells. */
const PULL: Readonly<Record<SellerLevel, number>> = {
  new: 0.35,
  active: 1,
  distinguished: 2.2,
  trusted: 3.6,
};
const UNLISTED: readonly (readonly [ServiceFate, number])[] = [
  ['paused', 55],
  ['draft', 18],
  ['archived', 12],
  ['rejected', 8],
  ['pending_review', 7],
];
const PRICES = [
  [500, 44],
  [1_000, 24],
  [1_500, 14],
  [2_000, 8],
  [2_500, 10],
] as const;
const DAYS = [
  [1, 15],
  [2, 18],
  [3, 22],
  [4, 8],
  [5, 11],
  [6, 2],
  [7, 14],
  [14, 6],
  [21, 2],
  [30, 2],
] as const;
const CHANGES = [
  [1, 12],
  [2, 36],
  [3, 26],
  [5, 14],
  [0, 4],
  [10, 8],
] as const;

/** Every service of the sellers, listed and not, numbered in the order they were begun. */
export function planServices(
  size: CitySize,
  of: { sellers: readonly PlannedSeller[]; now: number },
): PlannedService[] {
  const planned = of.sellers.flatMap((seller) => {
    const chance = chanceOf(size.seed, 2, seller.member);
    // One in 25 stands beside the lists; the level's limit leaves room for it.
    const unlisted = chance() < 0.04 * seller.listed ? 1 : 0;
    return Array.from({ length: seller.listed + unlisted }, (_, at) =>
      planService(chance, {
        seller,
        state: at < seller.listed ? 'published' : weighted(chance, UNLISTED),
        now: of.now,
      }),
    );
  });
  planned.sort((one, other) => one.createdAt - other.createdAt);
  return planned.map((service, index) => ({ ...service, number: index + 1 }));
}

function planService(
  chance: Chance,
  of: { seller: PlannedSeller; state: ServiceFate; now: number },
): Omit<PlannedService, 'number'> {
  const { seller, state, now } = of;
  const { leafKeys, level, joinedAt } = seller;
  const waiting = state === 'pending_review';
  const earliest = waiting ? now - 3 * DAY_MS : joinedAt + DAY_MS / 2;
  const latest = waiting ? now - DAY_MS : now - 4 * DAY_MS;
  const room = Math.max(latest - earliest, 0);
  // Sellers begin most services soon after joining.
  const createdAt = Math.floor(Math.min(earliest + room * chance() ** 1.6, latest));
  const submittedAt = createdAt + Math.floor(HOUR_MS * (0.5 + 20 * chance()));
  const publishedAt = submittedAt + Math.floor(HOUR_MS * (0.5 + 30 * chance()));
  const submitted = state !== 'draft';
  const published = state === 'published' || state === 'paused' || state === 'archived';
  return {
    seller,
    state,
    leafKey: leafKeys[zipfPlace(chance, leafKeys.length)] ?? '',
    priceMinor: weighted(chance, PRICES),
    deliveryDays: weighted(chance, DAYS),
    changesIncluded: weighted(chance, CHANGES),
    createdAt,
    submittedAt: submitted ? submittedAt : null,
    publishedAt: published ? publishedAt : null,
    weight: Math.exp(1.7 * bell(chance)) * PULL[level],
    ratingHundredths: Math.max(250, Math.min(500, Math.round(500 + 34 * Math.log(1 - chance())))),
  };
}
