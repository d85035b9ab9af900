/** How large a world is, and the numbers that follow from it. */
export interface CitySize {
  name: string;
  members: number;
  /** On the lists; what is paused, waiting or archived comes on top. */
  services: number;
  orders: number;
  seed: number;
}

/** The worlds that benchmarks run in; `hamlet` is for tests. */
export const citySizes: Readonly<Record<string, CitySize>> = {
  hamlet: { name: 'hamlet', members: 300, services: 120, orders: 1_500, seed: 1_447 },
  city: { name: 'city', members: 100_000, services: 35_000, orders: 500_000, seed: 1_447 },
  metropolis: {
    name: 'metropolis',
    members: 1_000_000,
    services: 350_000,
    orders: 5_000_000,
    seed: 1_447,
  },
};

const DAY_MS = 86_400_000;

/** Orders began so long before the day the world is made for. */
export const ORDER_DAYS = 1_095;
/** Members began to join so long before the first order. */
const EARLIER_DAYS = 400;
/** How much faster people join and buy at the end than at the beginning: e to this power. */
export const MEMBER_GROWTH = 1.5;
export const ORDER_GROWTH = 1.6;

/** The span in which members joined, up to a day before `now`; milliseconds. */
export function joiningSpan(now: number): { from: number; span: number } {
  const from = now - (ORDER_DAYS + EARLIER_DAYS) * DAY_MS;
  return { from, span: now - DAY_MS - from };
}

/** When member number `index` of `count` joined: growing in number, the first ones at the start. */
export function joinedAt(index: number, count: number, now: number): number {
  const { from, span } = joiningSpan(now);
  const share = (index - 0.5) / count;
  const grown = Math.log(1 + share * (Math.exp(MEMBER_GROWTH) - 1)) / MEMBER_GROWTH;
  return Math.floor(from + span * grown);
}
