import { expect, test } from 'vitest';
import { lexiconFromFiles } from '../lexicon/read-files.ts';
import { analyseText, termsOf } from './analyse-text.ts';
import { luceneEquivalences } from '../testing/lucene-equivalences.fixture.ts';

const lexicon = lexiconFromFiles();
const all = (text: string) => analyseText(lexicon, text).flatMap(termsOf);
const meet = (a: string, b: string) => {
  const others = new Set(all(b));
  return all(a).some((term) => others.has(term));
};

test.each(luceneEquivalences)('%s and %s meet, as they do in Lucene', (a, b) => {
  expect(meet(a, b)).toBe(true);
});

test.each([
  ['الشعار', 'شعار'],
  ['وبالشعار', 'شعار'],
  ['للشركات', 'شركة'],
  ['شركاتنا', 'شركة'],
  ['شركتين', 'شركة'],
  ['متابعيك', 'متابع'],
  ['قناتك', 'قناة'],
  ['قنوات', 'قناة'],
  ['أنظمة', 'نظام'],
  ['برامجكم', 'برنامج'],
  ['تجارية', 'تجاري'],
  ['حقيقين', 'حقيقي'],
  ['سأصمم', 'تصميم'],
  ['بيصمملي', 'تصميم'],
  ['نكتب', 'كتابة'],
  ['إضاءات', 'إضاءة'],
  ['لوغو', 'logo'],
  ['لوقوهات', 'logo'],
  ['قرافيك', 'جرافيك'],
  ['چات بوت', 'شات بوت'],
  ['انفو جرافيك', 'إنفوجرافيك'],
  ['word press', 'ووردبريس'],
  ['عبد الله', 'عبدالله'],
  ['مسرحية', 'مسرحي'],
])('%s is a form of %s', (form, lemma) => {
  expect(meet(form, lemma)).toBe(true);
});

test.each([
  ['كتابة', 'كتاب'],
  ['خطة', 'خط'],
  ['صوت', 'تصويت'],
  ['ألبوم', 'بوم'],
  ['والد', 'لد'],
  ['بلوزة', 'لوز'],
  ['تصوير', 'تصور'],
  ['رسم', 'رسمي'],
  ['مصمم', 'تصميم'],
  ['فيلم', 'قلم'],
  ['برنامج', 'رنامج'],
])('%s and %s stay apart', (a, b) => {
  expect(meet(a, b)).toBe(false);
});

test.each([
  ['أريد', true],
  ['نحتاج', true],
  ['ومن', true],
  ['شعار', false],
  ['ماء', false],
])('%s may be left out of a question: %s', (word, stop) => {
  expect(analyseText(lexicon, word)[0]?.stop).toBe(stop);
});

test('words that say nothing together may be left out together', () => {
  const tokens = analyseText(lexicon, 'شعار لو سمحت');

  expect(tokens.map(({ stop }) => stop)).toEqual([false, true, true]);
});

test('several words that are one have one term, and those of their parts', () => {
  const [token, ...others] = analyseText(lexicon, 'موشن جرافيك');

  expect(others).toEqual([]);
  expect(token).toMatchObject({ start: 0, end: 11 });
  expect(termsOf(token!)).toEqual(expect.arrayContaining(['motiongraphic', 'graphic']));
});

test.each([
  ['ten thousand words', 'تصميم شعار '.repeat(10_000)],
  ['a megabyte without a blank', 'تصميم'.repeat(200_000)],
  ['what looks like a pattern', '(a+)+$ .* [ا-ي]{1,9} \\'.repeat(2_000)],
  ['lone surrogates and controls', '\ud800\u202e\u200f'.repeat(50_000)],
])('%s are analysed without an error', (_name, text) => {
  const tokens = analyseText(lexicon, text);

  for (const token of tokens.slice(0, 100)) expect(termsOf(token)).not.toContain('');
});
