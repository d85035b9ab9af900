import type { Currency } from './currency.ts';

/** An amount in the smallest unit of its currency (cents for USD). */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

/** 100 % in basis points. */
export const WHOLE_BASIS_POINTS = 10_000n;

/** US dollars from minor units (cents). */
export function usd(amountMinor: bigint): Money {
  return { amountMinor, currency: 'USD' };
}

/** A share of an amount, rounded half up to the minor unit (SPEC 4.3): 5 % of 1,050 is 53. Neither may be negative. */
export function percentHalfUp(amountMinor: bigint, basisPoints: bigint): bigint {
  if (amountMinor < 0n || basisPoints < 0n) {
    throw new RangeError('percentHalfUp takes amounts and shares of zero or more');
  }
  return (amountMinor * basisPoints + WHOLE_BASIS_POINTS / 2n) / WHOLE_BASIS_POINTS;
}

/** The amount, not under `minMinor` and not over `maxMinor`. */
export function clampMinor(amountMinor: bigint, minMinor: bigint, maxMinor: bigint): bigint {
  if (minMinor > maxMinor) throw new RangeError('clampMinor: the minimum is over the maximum');
  if (amountMinor < minMinor) return minMinor;
  return amountMinor > maxMinor ? maxMinor : amountMinor;
}

/** The sum of amounts in minor units; nothing sums to 0n. */
export function sumMinor(amounts: Iterable<bigint>): bigint {
  let totalMinor = 0n;
  for (const amountMinor of amounts) totalMinor += amountMinor;
  return totalMinor;
}
