import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aServiceInput } from '../testing/index.ts';
import { approvedPart, editDistance, isSmallEdit } from './small-edit.ts';

function slowDistance(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  const rows = [Array.from({ length: y.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= x.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= y.length; j += 1) {
      const swap = rows[i - 1]![j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1);
      rows[i]![j] = Math.min(swap, rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1);
    }
  }
  return rows[x.length]![y.length]!;
}

describe('the edit distance', () => {
  it('is that of the textbook, as far as it is asked', () => {
    const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ت', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (...[a, b, most]) => {
        expect(editDistance(a, b, most)).toBe(Math.min(slowDistance(a, b), most + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an edit of an approved service', () => {
  const base = aServiceInput();
  const approved = approvedPart(base);
  const edited = (change: Parameters<typeof aServiceInput>[0]) =>
    isSmallEdit(approved, approvedPart(aServiceInput(change)));

  it.each([
    ['nothing', {}],
    ['a typo in the title', { title: base.title.replace('احترافي', 'احتراف') }],
    [
      'three characters in all',
      { title: `${base.title}12`, tags: ['شعارا', 'لوجو', 'هوية بصرية'] },
    ],
    ['the price', { basePriceMinor: 2_500n }],
    [
      'the price of an upgrade',
      { upgrades: base.upgrades.map((one) => ({ ...one, priceMinor: 500n })) },
    ],
    ['the order of languages', { languages: ['ar'] }],
  ])('is small when it changes %s', (_what, change) => expect(edited(change)).toBe(true));

  it.each([
    [
      'four characters in all',
      { title: `${base.title}12`, tags: ['شعاراا', 'لوجو', 'هوية بصرية'] },
    ],
    ['a word', { title: base.title.replace('شعار', 'موقع إلكتروني') }],
    ['the category', { leafKey: 'brand-identity' }],
    ['the delivery time', { deliveryDays: 7 }],
    ['what is included', { changesIncluded: 0 }],
    ['a picture', { imageIds: ['x'] }],
    [
      'an upgrade more',
      { upgrades: [...base.upgrades, { title: 'أ', priceMinor: 500n, daysDelta: 0 }] },
    ],
    [
      'the days of an upgrade',
      { upgrades: base.upgrades.map((one) => ({ ...one, daysDelta: 0 })) },
    ],
    [
      'that a question is required',
      { questions: base.questions.map((one) => ({ ...one, required: true })) },
    ],
    ['a tag more', { tags: [...base.tags, 'ا'] }],
    ['the declared AI use', { aiUse: 'generated' as const }],
  ])('goes to review when it changes %s', (_what, change) => expect(edited(change)).toBe(false));

  it('is measured against what was approved, so small edits do not add up', () => {
    const once = approvedPart(aServiceInput({ title: `${base.title} 1` }));
    const twice = approvedPart(aServiceInput({ title: `${base.title} 123` }));
    expect(isSmallEdit(approved, once)).toBe(true);
    expect(isSmallEdit(approved, twice)).toBe(false);
  });
});
