/** The parts of a service's quality and what each counts (SPEC 3.3); they add up to one. */
export const formulaParts = ['demand', 'rating', 'reliability', 'freshness', 'level'] as const;

export type FormulaPart = (typeof formulaParts)[number];

export type Weights = Readonly<Record<FormulaPart, number>>;

/** What holds until the staff wishes otherwise. */
export const firstWeights: Weights = {
  demand: 0.35,
  rating: 0.25,
  reliability: 0.15,
  freshness: 0.15,
  level: 0.1,
};

/** What is known of a service when its quality is counted. */
export interface ServiceFigures {
  /** Different buyers of completed orders; of the last 30 days. */
  buyers: number;
  recentBuyers: number;
  /** Orders that ended: completed, and all of them. */
  completed: number;
  ended: number;
  /** Deliveries: in time, and all of them. */
  onTime: number;
  delivered: number;
  /** Orders whose seller spoke within a day, and all that had begun. */
  replied: number;
  asked: number;
  ratingHundredths: number;
  ratingCount: number;
  /** 0 to 3. */
  level: number;
  ageDays: number;
}

const MANY_BUYERS = 200;
const MANY_RECENT = 20;
/** A rating begins as eight votes of 4.4 would have it. */
const RATING_PRIOR = { votes: 8, hundredths: 440 };
/** Reliability begins as nine good orders of ten would have it. */
const GOOD_PRIOR = { good: 9, all: 10 };
const FRESH_DAYS = 500;
const HIGHEST_LEVEL = 3;

/** Each part from 0 to 1. */
export function partsOf(figures: ServiceFigures): Record<FormulaPart, number> {
  const { ratingCount, ratingHundredths } = figures;
  const rating =
    (RATING_PRIOR.votes * RATING_PRIOR.hundredths + ratingCount * ratingHundredths) /
    (RATING_PRIOR.votes + ratingCount);
  const completion = shareOf(figures.completed, figures.ended);
  const inTime = shareOf(figures.onTime, figures.delivered);
  const replied = shareOf(figures.replied, figures.asked);
  return {
    demand:
      0.6 * logShare(figures.buyers, MANY_BUYERS) +
      0.4 * logShare(figures.recentBuyers, MANY_RECENT),
    rating: bounded((rating - 300) / 200),
    reliability: bounded((completion * inTime * replied - 0.5) * 2),
    freshness: Math.exp(-Math.max(0, figures.ageDays) / FRESH_DAYS),
    level: bounded(figures.level / HIGHEST_LEVEL),
  };
}

/** A service's quality, 0 to 1: the weighted mean of its parts. */
export function qualityOf(figures: ServiceFigures, weights: Weights): number {
  const parts = partsOf(figures);
  const whole = formulaParts.reduce((sum, part) => sum + weights[part], 0);
  const sum = formulaParts.reduce((total, part) => total + weights[part] * parts[part], 0);
  return whole === 0 ? 0 : bounded(sum / whole);
}

/** What the quality of a service moves at most of its place; the rest is the text's. */
export const qualityShare = 0.4;

/** What stands beside the text in the order of results: 0.6 to 1. */
export function qualityFactor(quality: number): number {
  return 1 - qualityShare + qualityShare * quality;
}

function shareOf(good: number, all: number): number {
  return (GOOD_PRIOR.good + good) / (GOOD_PRIOR.all + all);
}

function logShare(count: number, many: number): number {
  return bounded(Math.log1p(count) / Math.log1p(many));
}

function bounded(value: number): number {
  return Math.min(1, Math.max(0, value));
}
