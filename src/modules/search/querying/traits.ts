import type { SearchFilters } from './filters.ts';

/**
 * The traits of many services, two 32-bit words each as the column `traits` packs them: filters are
 * counted over these alone.
 */
export interface Traits {
  /** High and low word in turns. */
  words: Uint32Array;
  /** How many services each entry stands for: 1, or 16 in a sample. */
  scale: number;
}

/** Reads the bytes of `string_agg(int8send(traits), '')`. */
export function readTraits(bytes: Buffer | null, scale: number): Traits {
  const count = bytes ? bytes.length / 8 : 0;
  const words = new Uint32Array(count * 2);
  for (let index = 0; index < words.length; index += 1)
    words[index] = bytes?.readUInt32BE(index * 4) ?? 0;
  return { words, scale };
}

/** What a row is asked about: each dimension of the filters on its own. */
export const dimensions = [
  'category',
  'price',
  'days',
  'rating',
  'level',
  'language',
  'aiFree',
  'online',
] as const;

export type Dimension = (typeof dimensions)[number];

/** Filters in the numbers of the tables. */
export interface NumberedFilters {
  leafCodes: ReadonlySet<number> | undefined;
  fromDollars: number;
  toDollars: number;
  days: number;
  ratingTenths: number;
  level: number;
  languageBit: number;
  aiFree: boolean;
  online: boolean;
}

/** Brings filters to numbers; `leafCodes` is the category's. */
export function numberFilters(
  filters: SearchFilters,
  codes: { leafCodes: ReadonlySet<number> | undefined; languageBit: number; level: number },
): NumberedFilters {
  const dollars = (minor: bigint) => Number((minor + 99n) / 100n);
  return {
    leafCodes: codes.leafCodes,
    fromDollars: filters.priceFromMinor === undefined ? 0 : dollars(filters.priceFromMinor),
    toDollars: filters.priceToMinor === undefined ? 4_096 : Number(filters.priceToMinor / 100n),
    days: filters.daysTo ?? 127,
    ratingTenths: Math.ceil((filters.ratingFrom ?? 0) / 10),
    level: codes.level,
    languageBit: codes.languageBit,
    aiFree: filters.aiFree ?? false,
    online: filters.online ?? false,
  };
}

/** A bit for each dimension in which the service is filtered out. */
export function failures(high: number, low: number, filters: NumberedFilters): number {
  const dollars = (high >>> 7) & 0xfff;
  let failed = 0;
  if (filters.leafCodes && !filters.leafCodes.has(high >>> 19)) failed |= 1;
  if (dollars < filters.fromDollars || dollars > filters.toDollars) failed |= 2;
  if ((high & 0x7f) > filters.days) failed |= 4;
  if (((low >>> 4) & 0x3f) < filters.ratingTenths) failed |= 8;
  if (((low >>> 2) & 3) < filters.level) failed |= 16;
  if (filters.languageBit !== 0 && ((low >>> 10) & filters.languageBit) === 0) failed |= 32;
  if (filters.aiFree && (low & 2) === 0) failed |= 64;
  if (filters.online && (low & 1) === 0) failed |= 128;
  return failed;
}

/** The share of services that pass the filters; at least one in ten thousand. */
export function shareWithin(traits: Traits, filters: NumberedFilters): number {
  const { words } = traits;
  if (words.length === 0) return 1;
  let passed = 0;
  for (let index = 0; index < words.length; index += 2)
    if (failures(words[index] ?? 0, words[index + 1] ?? 0, filters) === 0) passed += 1;
  return Math.max(passed / (words.length / 2), 0.000_1);
}
