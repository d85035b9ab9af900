import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampMinor,
  currencyScale,
  decimalText,
  minorPerMajor,
  parseMoneyInput,
  percentHalfUp,
  sumMinor,
} from './index.ts';

describe('a share of an amount', () => {
  it.each([
    [1_000n, 500n, 50n],
    [1_050n, 500n, 53n], // 52.5 goes up
    [1_049n, 500n, 52n], // 52.45 goes down
    [1n, 5_000n, 1n],
    [0n, 2_000n, 0n],
    [1_500n, 10_000n, 1_500n],
  ])('of %d at %d basis points is %d', (amountMinor, basisPoints, expected) => {
    expect(percentHalfUp(amountMinor, basisPoints)).toBe(expected);
  });

  it('commission and what is left make the price, for every price and share', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10_000n), (price, share) => {
        const commission = percentHalfUp(price, share);
        expect(commission >= 0n && commission <= price).toBe(true);
        const distance = commission * 10_000n - price * share;
        expect(distance > -5_000n && distance <= 5_000n).toBe(true);
      }),
    );
  });

  it('refuses to take a share of a debt', () => {
    expect(() => percentHalfUp(-1n, 500n)).toThrow(RangeError);
  });
});

describe('amounts', () => {
  it('are clamped and summed in minor units', () => {
    expect(clampMinor(12n, 50n, 500n)).toBe(50n);
    expect(clampMinor(600n, 50n, 500n)).toBe(500n);
    expect(clampMinor(60n, 50n, 500n)).toBe(60n);
    expect(sumMinor([])).toBe(0n);
    expect(sumMinor([1_500n, 1_000n])).toBe(2_500n);
  });

  it('take their scale from the currency', () => {
    expect([currencyScale('USD'), currencyScale('KWD'), currencyScale('JPY')]).toEqual([2, 3, 0]);
    expect(minorPerMajor('KWD')).toBe(1_000n);
    expect(decimalText(5n)).toBe('0.05');
    expect(decimalText(-150_050n)).toBe('-1500.50');
    expect(decimalText(1_234n, 'KWD')).toBe('1.234');
    expect(decimalText(1_234n, 'JPY')).toBe('1234');
  });
});

describe('what a person types as an amount', () => {
  it.each([
    ['15', 1_500n],
    ['15.5', 1_550n],
    ['15.', 1_500n],
    [' 15.05 ', 1_505n],
    ['$15.00', 1_500n],
    ['15 $', 1_500n],
    ['1,500.50', 150_050n],
    ['١٥', 1_500n],
    ['١٬٥٠٠٫٥٠', 150_050n],
    ['۲۵', 2_500n],
    ['\u2066$10.00\u2069', 1_000n],
    ['0', 0n],
  ])('%j is read as %d cents', (text, minor) => {
    expect(parseMoneyInput(text)).toBe(minor);
  });

  it.each([
    '',
    'x',
    '-5',
    '15,5',
    '1,50,000',
    '1.234',
    '1e3',
    '.5',
    '1 2 x',
    '9'.repeat(13),
    '١٥،٥',
  ])('%j is not guessed at', (text) => {
    expect(parseMoneyInput(text)).toBeUndefined();
  });

  it('reads back every amount it can show', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), (minor) => {
        expect(parseMoneyInput(decimalText(minor))).toBe(minor);
      }),
    );
  });
});
