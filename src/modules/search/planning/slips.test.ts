import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDeletions } from './deletions.ts';
import { editDistance } from './edit-distance.ts';
import { otherLayouts } from './keyboard-layout.ts';
import { soundOfArabic, soundsOfLatin } from './sound-key.ts';
import { spellingDistance } from './transliteration.ts';

test.each([
  ['تصيمم', 'تصميم', 0.6],
  ['تصمبم', 'تصميم', 0.75],
  ['تسوييق', 'تسويق', 0.45],
  ['تويسق', 'تسويق', 0.95],
  ['ترجه', 'ترجمه', 0.9],
])('%s is at most that far from %s', (typed, meant, most) => {
  expect(editDistance(typed, meant, 3)).toBeLessThanOrEqual(most);
});

test('what is further than asked is infinitely far', () => {
  expect(editDistance('شعار', 'برمجه', 2)).toBe(Infinity);
  expect(editDistance('ا'.repeat(50), 'ب', 2)).toBe(Infinity);
});

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'.split('');
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 3, maxLength: 12 });

test('a word with one letter lost, added or changed is always found near', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(...LETTERS), (meant, place, letter) => {
      const at = place % meant.length;
      const near = buildDeletions([meant]);
      const slips = [
        meant.slice(0, at) + meant.slice(at + 1),
        meant.slice(0, at) + letter + meant.slice(at),
        meant.slice(0, at) + letter + meant.slice(at + 1),
      ];
      for (const slip of slips) expect([...near.near(slip)]).toEqual([0]);
    }),
  );
});

test('words near each other are the same whichever was typed', () => {
  fc.assert(
    fc.property(word, (one) => {
      expect(editDistance(one, one, 1)).toBe(0);
    }),
  );
});

test.each([
  ['auhv', 'شعار'],
  ['jwldl', 'تصميم'],
  ['Hfa', 'أبش'],
])('the keys %s write %s on the other keyboard', (latin, arabic) => {
  expect(otherLayouts(latin)).toContain(arabic);
});

test.each([
  ['حاخفخساخح', 'photoshop'],
  ['يثسهلى', 'design'],
])('the keys %s write %s on the other keyboard', (arabic, latin) => {
  expect(otherLayouts(arabic)).toContain(latin);
});

test('a text in both scripts was typed on purpose', () => {
  expect(otherLayouts('تصميم logo')).toEqual([]);
});

test.each([
  ['sho3ar', 'شعار'],
  ['barmaga', 'برمجه'],
  ['mawqe3', 'موقع'],
  ['ta3li2', 'تعليق'],
  ['zateya', 'ذاتيه'],
  ['dirasa', 'دراسه'],
  ['istishara', 'استشاره'],
  ['khadamat', 'خدمات'],
  ['7isab', 'حساب'],
  ['riyada', 'رياضه'],
  ['gami3a', 'جامعه'],
  ['mo7tawa', 'محتوي'],
])('%s spells %s', (latin, arabic) => {
  expect(soundsOfLatin(latin)).toContain(soundOfArabic(arabic));
  expect(spellingDistance(latin, arabic, 2)).toBeLessThan(0.8);
});

test('what sounds otherwise is far', () => {
  expect(spellingDistance('tasmim', 'برمجه', 2)).toBe(Infinity);
});
