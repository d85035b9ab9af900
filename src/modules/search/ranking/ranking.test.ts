import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../analysis/types.ts';
import { firstWeights, formulaParts, qualityOf, type ServiceFigures } from './formula.ts';
import { isNewcomer, placeNewcomers } from './newcomers.ts';
import { scoreText, TextScorer } from './score-text.ts';
import { numberTitle, WordNumbers } from './title-words.ts';

const word = (surface: string, at: number, weight = 1): Plan['groups'][number] => ({
  tokenSpan: [at, at + 1],
  surfaces: [surface],
  alternatives: [{ terms: [surface], weight, reading: 'surface' }],
  optional: false,
});
const plan = { groups: [word('تصميم', 0), word('شعار', 1)] };
const total = (titleWords: string) => scoreText(plan, titleWords).total;

describe('a title', () => {
  it.each([
    ['words that follow one another', 'تصميم شعار شركه\t', 'تصميم بنر وشعار/شعار شركه\t'],
    ['the word as asked for', 'تصميم شعار\t', 'تصميم شعارات/شعار\t'],
    ['a word of the title before one of the tags', 'تصميم شعار\t', 'تصميم هويه\tشعار'],
    ['a word of the tags before one of the text', 'تصميم هويه\tشعار', 'تصميم هويه\t'],
    ['the shorter one', 'تصميم شعار\t', 'تصميم شعار لكل شركه جديده\t'],
    ['one that does not repeat itself', 'تصميم شعار جديد حسن\t', 'تصميم شعار شعار شعار\t'],
  ])('stands higher by %s', (_why, better, worse) =>
    expect(total(better)).toBeGreaterThan(total(worse)),
  );

  it('without a word that was given up counts the others', () => {
    expect(scoreText(plan, 'تصميم هويه\t', new Set([1])).text).toBe(0.5);
  });

  it('counts a reading of a word of the title less than the word, and more than one of the tags', () => {
    const read = total('تصميم شركات/شركه/شركه,شعار\t');
    expect(read).toBeLessThan(total('تصميم شعارات/شعار\t'));
    expect(read).toBeGreaterThan(total('تصميم شركه\tشركات/شركه/شركه,شعار'));
  });

  it('counts the same alone as among many whose words are numbered together', () => {
    const some = fc.constantFrom('تصميم', 'شعار', 'شعارات/شعار', 'هويه/هوي/تصميم,شعار', 'بنر');
    const words = fc.array(some, { maxLength: 6 }).map((all) => all.join(' '));
    const titles = fc.array(fc.tuple(words, words).map((both) => both.join('\t')));
    fc.assert(
      fc.property(titles, (texts) => {
        const numbers = new WordNumbers(['قبل', 'شعار']);
        const all: number[] = [];
        const places = texts.map((text) => {
          const at = all.length;
          all.push(...numberTitle(text, numbers));
          return at;
        });
        const scorer = new TextScorer(plan, new Set(), numbers);
        const together = places.map((at) => scorer.score({ words: Uint32Array.from(all), at }));
        expect(together).toEqual(texts.map((text) => scoreText(plan, text)));
      }),
    );
  });
});

const figures: ServiceFigures = {
  buyers: 10,
  recentBuyers: 2,
  completed: 12,
  ended: 12,
  onTime: 11,
  delivered: 12,
  replied: 12,
  asked: 12,
  ratingHundredths: 470,
  ratingCount: 9,
  level: 1,
  ageDays: 100,
};

describe('quality', () => {
  it('lies between nothing and one, and its weights add up', () => {
    expect(formulaParts.reduce((sum, part) => sum + firstWeights[part], 0)).toBeCloseTo(1);
    expect(qualityOf(figures, firstWeights)).toBeGreaterThan(0.3);
    expect(qualityOf({ ...figures, buyers: 9_999, recentBuyers: 999 }, firstWeights)).toBeLessThan(
      1,
    );
  });

  it.each([
    ['more buyers', { buyers: 40 }],
    ['better ratings', { ratingHundredths: 495 }],
    ['more orders completed', { completed: 20, ended: 20 }],
    ['a higher level', { level: 3 }],
    ['being newer', { ageDays: 3 }],
  ])('grows with %s', (_what, change) =>
    expect(qualityOf({ ...figures, ...change }, firstWeights)).toBeGreaterThan(
      qualityOf(figures, firstWeights),
    ),
  );

  it('of one perfect vote is less than that of many good ones', () => {
    const one = { ...figures, ratingCount: 1, ratingHundredths: 500 };
    const many = { ...figures, ratingCount: 90, ratingHundredths: 480 };
    expect(qualityOf(one, firstWeights)).toBeLessThan(qualityOf(many, firstWeights));
  });
});

describe('newcomers', () => {
  const now = new Date('2026-11-25T00:00:00Z');
  const old = new Date('2026-08-01T00:00:00Z');
  const ranked = Array.from({ length: 40 }, (_, at) => ({
    serviceId: `r${at}`,
    text: 1 - at / 100,
  }));
  const fit = (id: string) => ({ serviceId: id, text: 0.95 });

  it('are those whose figures are not known yet', () => {
    expect(isNewcomer({ salesCount: 0, publishedAt: now }, now)).toBe(true);
    expect(isNewcomer({ salesCount: 3, publishedAt: now }, now)).toBe(false);
    expect(isNewcomer({ salesCount: 0, publishedAt: old }, now)).toBe(false);
  });

  it('get two places of a page, never more, and nobody is lost', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map(fit);
    const { order, placed } = placeNewcomers(ranked, many, 24);
    expect(order.slice(0, 24).filter(({ serviceId }) => placed.has(serviceId))).toHaveLength(2);
    expect(order[6]?.serviceId).toBe('a');
    expect(order[14]?.serviceId).toBe('b');
    expect(order.filter(({ serviceId }) => serviceId.startsWith('r'))).toHaveLength(40);
  });

  it('stay where they stand by themselves when that is higher, and take no place they do not fit', () => {
    const { order, placed } = placeNewcomers(ranked, [{ serviceId: 'r2', text: 1 }], 24);
    expect(order[2]?.serviceId).toBe('r2');
    expect(placed.size).toBe(0);
    expect(placeNewcomers(ranked, [{ serviceId: 'x', text: 0.3 }], 24).placed.size).toBe(0);
  });
});
