/** A stream of numbers from 0 up to 1; the same seed gives the same stream on every machine. */
export type Chance = () => number;

/** Mixes integers into one 32-bit seed. */
export function seedOf(...parts: readonly number[]): number {
  let hash = 2_166_136_261;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part & 0xffff_ffff), 16_777_619);
    hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}

/** The stream of a seed (mulberry32: small, quick, good enough for texts and prices). */
export function chanceOf(...parts: readonly number[]): Chance {
  let state = seedOf(...parts);
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A place from 0 to `count` - 1 by Zipf's law: the n-th place comes 1/n times as often as the first
 * (log-uniform, so no table of sums is needed).
 */
export function zipfPlace(chance: Chance, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp(chance() * Math.log(count + 1))) - 1);
}

/** One of the list by Zipf's law: the first most often. */
export function zipfPick<T>(chance: Chance, list: readonly T[]): T {
  return list[zipfPlace(chance, list.length)] as T;
}

/** An integer from the first to the last, all equally likely. */
export function between(chance: Chance, first: number, last: number): number {
  return first + Math.floor(chance() * (last - first + 1));
}

/** One of the pairs' values, as often as its weight says. */
export function weighted<T>(chance: Chance, pairs: readonly (readonly [T, number])[]): T {
  let left = chance() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    left -= weight;
    if (left < 0) return value;
  }
  return (pairs.at(-1) as readonly [T, number])[0];
}

/** A number around 0 as the bell curve has it. */
export function bell(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance()));
  return radius * Math.cos(2 * Math.PI * chance());
}
