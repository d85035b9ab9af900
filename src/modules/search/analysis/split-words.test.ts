import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from './split-words.ts';

const surfaces = (text: string) => splitWords(text).map(({ surface }) => surface);

test.each([
  ['تصميم_شعار', ['تصميم', 'شعار']],
  ['#شعار، تصميم!', ['شعار', 'تصميم']],
  ['برمجة C++ و C# و .NET', ['برمجه', 'cpp', 'و', 'csharp', 'و', 'dotnet']],
  ['Node.js و Vue.js', ['nodejs', 'و', 'vuejs']],
  ['e-book', ['e', 'book']],
  ["company's logo", ['company', 'logo']],
  ['sho3ar 7elw', ['sho3ar', '7elw']],
  ['١٬٠٠٠ كلمة', ['1000', 'كلمه']],
  ['1,500', ['1500']],
  ['50%', ['50', '%']],
  ['٪', ['%']],
  ['3d ثلاثي', ['3d', 'ثلاثي']],
  ['شعار2025', ['شعار', '2025']],
  ['مُصَمِّم محترف', ['مصمم', 'محترف']],
  ['تصميم🎨شعار', ['تصميم', 'شعار']],
  ['...،؛', []],
])('%s is the words %j', (text, words) => {
  expect(surfaces(text)).toEqual(words);
});

test('a place is that of the word as it is written, marks and all', () => {
  const text = 'خدمة «تـصْميم» رائعة';
  const word = splitWords(text)[1];

  expect(text.slice(word?.start, word?.end)).toBe('تـصْميم');
});

test('any text has words within it, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let from = 0;
      for (const { start, end, surface } of splitWords(text)) {
        expect(start).toBeGreaterThanOrEqual(Math.min(from, start));
        expect(end).toBeLessThanOrEqual(text.length);
        expect(surface).not.toBe('');
        from = end;
      }
    }),
  );
});

test.each([
  ['one word of a million letters', 'ا'.repeat(1_000_000)],
  ['a million different letters', 'بتثجحخد'.repeat(150_000)],
  ['marks without a letter', '\u064b'.repeat(1_000_000)],
  ['lone surrogates', '\ud800'.repeat(100_000)],
  ['direction controls', '\u202e\u2066'.repeat(100_000)],
  ['dots', 'a.'.repeat(200_000)],
  ['apostrophes', "a'".repeat(200_000)],
  ['separators of thousands', '1,000'.repeat(100_000)],
])('%s take bounded time', (_name, text) => {
  const words = splitWords(text);

  expect(words.length).toBeLessThanOrEqual(100_000);
  expect(words.every(({ surface }) => surface.length <= 60)).toBe(true);
});
