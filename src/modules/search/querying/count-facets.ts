import type { CategoryTree, ListingCount } from '#catalogue';
import { type Level, levels } from '#trust';
import {
  type Dimension,
  dimensions,
  failures,
  type NumberedFilters,
  type Traits,
} from './traits.ts';

/** How many services each choice of a filter would leave, the other filters staying as they are. */
export interface Facets {
  groups: { key: string; services: number }[];
  leaves: { key: string; services: number }[];
  /** At most so many cents. */
  prices: { toMinor: bigint; services: number }[];
  /** At most so many days. */
  days: { to: number; services: number }[];
  /** Hundredths and better. */
  ratings: { from: number; services: number }[];
  /** This level and higher. */
  levels: { from: Level; services: number }[];
  languages: { language: string; services: number }[];
  aiFree: number;
  online: number;
}

const priceChoices: readonly bigint[] = [500n, 1_000n, 1_500n, 2_000n, 5_000n, 10_000n];
const dayChoices: readonly number[] = [1, 3, 7, 14];
const ratingChoices: readonly number[] = [400, 450, 480];

export interface Counted {
  facets: Facets;
  /** Of what passes all filters. */
  total: number;
  /** By price and days, whatever the filters: the lists' own panel reads these. */
  counts: ListingCount[];
}

interface Sums {
  /** By leaf code. */
  leaves: Uint32Array;
  byDollars: Uint32Array;
  byDays: Uint32Array;
  byRating: Uint32Array;
  byLevel: Uint32Array;
  byLanguage: Uint32Array;
  aiFree: number;
  online: number;
  total: number;
  priceAndDays: Map<number, number>;
}

const bitOf = (dimension: Dimension) => 1 << dimensions.indexOf(dimension);
const BITS = Object.fromEntries(dimensions.map((one) => [one, bitOf(one)])) as Record<
  Dimension,
  number
>;

/** Counts every choice of every filter in one pass. A service counts for a filter when no other one turns it away. */
export function countFacets(
  traits: Traits,
  filters: NumberedFilters,
  names: {
    tree: CategoryTree;
    leafKey(code: number): string | undefined;
    languages: readonly string[];
  },
): Counted {
  const sums = sumUp(traits, filters);
  const times = (count: number) => count * traits.scale;
  const leaves: Facets['leaves'] = [];
  for (let code = 0; code < sums.leaves.length; code += 1) {
    const count = sums.leaves[code] ?? 0;
    const key = count === 0 ? undefined : names.leafKey(code);
    if (key !== undefined) leaves.push({ key, services: times(count) });
  }
  const groups = new Map<string, number>();
  for (const { key, services } of leaves) {
    const group = names.tree.leafOf(key)?.groupKey;
    if (group !== undefined) groups.set(group, (groups.get(group) ?? 0) + services);
  }
  return {
    total: times(sums.total),
    facets: {
      groups: mostFirst([...groups].map(([key, services]) => ({ key, services }))),
      leaves: mostFirst(leaves),
      prices: priceChoices.map((toMinor) => ({
        toMinor,
        services: times(sumTo(sums.byDollars, Number(toMinor / 100n))),
      })),
      days: dayChoices.map((to) => ({ to, services: times(sumTo(sums.byDays, to)) })),
      ratings: ratingChoices.map((from) => ({
        from,
        services: times(sumFrom(sums.byRating, from / 10)),
      })),
      levels: levels.map((from, number) => ({
        from,
        services: times(sumFrom(sums.byLevel, number)),
      })),
      languages: mostFirst(
        names.languages.map((language, index) => ({
          language,
          services: times(sums.byLanguage[index] ?? 0),
        })),
      ).filter(({ services }) => services > 0),
      aiFree: times(sums.aiFree),
      online: times(sums.online),
    },
    counts: [...sums.priceAndDays].map(([key, count]) => ({
      priceMinor: BigInt(key >>> 7) * 100n,
      deliveryDays: key & 0x7f,
      services: times(count),
    })),
  };
}

/** How often each price and delivery time was met; all zero between two counts. */
const seen = new Uint32Array(1 << 19);

function sumUp({ words }: Traits, filters: NumberedFilters): Sums {
  const met: number[] = [];
  const sums: Sums = {
    leaves: new Uint32Array(1 << 12),
    byDollars: new Uint32Array(1 << 12),
    byDays: new Uint32Array(1 << 7),
    byRating: new Uint32Array(1 << 6),
    byLevel: new Uint32Array(1 << 2),
    byLanguage: new Uint32Array(22),
    aiFree: 0,
    online: 0,
    total: 0,
    priceAndDays: new Map(),
  };
  for (let index = 0; index < words.length; index += 2) {
    const high = words[index] ?? 0;
    const low = words[index + 1] ?? 0;
    const failed = failures(high, low, filters);
    const priceAndDays = high & 0x7_ffff;
    const before = seen[priceAndDays] ?? 0;
    if (before === 0) met.push(priceAndDays);
    seen[priceAndDays] = before + 1;
    // Turned away by two filters or more, it counts for none.
    if ((failed & (failed - 1)) === 0) addRow(sums, { high, low, failed });
  }
  for (const key of met.sort((one, other) => one - other)) {
    sums.priceAndDays.set(key, seen[key] ?? 0);
    seen[key] = 0;
  }
  return sums;
}

function addRow(sums: Sums, row: { high: number; low: number; failed: number }): void {
  const { high, low, failed } = row;
  if (failed === 0) sums.total += 1;
  if ((failed & ~BITS.category) === 0) addOne(sums.leaves, high >>> 19);
  if ((failed & ~BITS.price) === 0) addOne(sums.byDollars, (high >>> 7) & 0xfff);
  if ((failed & ~BITS.days) === 0) addOne(sums.byDays, high & 0x7f);
  if ((failed & ~BITS.rating) === 0) addOne(sums.byRating, (low >>> 4) & 0x3f);
  if ((failed & ~BITS.level) === 0) addOne(sums.byLevel, (low >>> 2) & 3);
  if ((failed & ~BITS.language) === 0) addLanguages(sums.byLanguage, low >>> 10);
  if ((failed & ~BITS.aiFree) === 0 && (low & 2) !== 0) sums.aiFree += 1;
  if ((failed & ~BITS.online) === 0 && (low & 1) !== 0) sums.online += 1;
}

function addLanguages(byLanguage: Uint32Array, languages: number): void {
  for (let left = languages; left !== 0; left &= left - 1)
    addOne(byLanguage, 31 - Math.clz32(left & -left));
}

function addOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function sumTo(counts: Uint32Array, to: number): number {
  return sumBetween(counts, 0, to);
}

function sumFrom(counts: Uint32Array, from: number): number {
  return sumBetween(counts, from, counts.length - 1);
}

function sumBetween(counts: Uint32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at <= to && at < counts.length; at += 1) sum += counts[at] ?? 0;
  return sum;
}

function mostFirst<T extends { services: number }>(choices: T[]): T[] {
  return choices.sort((one, other) => other.services - one.services);
}
