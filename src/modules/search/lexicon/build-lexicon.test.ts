import { expect, test } from 'vitest';
import { analyseText } from '../analysis/analyse-text.ts';
import type { LexiconKind } from '../analysis/types.ts';
import { buildLexicon } from './build-lexicon.ts';
import { expandTemplate } from './expand-template.ts';
import { lexiconFromFiles, readLexiconFiles } from './read-files.ts';

const of = (kind: LexiconKind, ...lines: string[]) => lines.map((line) => ({ kind, line }));
const term = (entries: ReturnType<typeof of>, word: string) =>
  analyseText(buildLexicon(entries), word)[0]?.term;

test.each([
  [of('nouns', 'طيلسان: طيالسة'), 'بالطيالسة', 'طيلسان'],
  [of('nouns', 'قناة'), 'قنواتهم', 'قناه'],
  [of('nouns', 'مستوى'), 'مستواك', 'مستوي'],
  [of('adjectives', 'أحمر / حمراء: حمر'), 'الحمراء', 'احمر'],
  [of('agents', 'محام = محاماة', 'محامي = محاماة'), 'محامين', 'محام'],
  [of('verbs', 'نشئ / أنشأ = إنشاء'), 'سننشئ', 'انشا'],
  [of('loans', 'infographic: انفو {g}راف(ي)ك; info graphic'), 'الانفوغرافيكات', 'infographic'],
  [of('loans', 'infographic: انفو {g}راف(ي)ك; info graphic'), 'info-graphic', 'infographic'],
  [of('brands', 'Canva: ك(ا)نفا'), 'كانڤا', 'canva'],
])('a line is understood in all its forms', (entries, word, lemma) => {
  expect(term(entries, word)).toBe(lemma);
});

test('a group answers both ways, an arrow one way', () => {
  const lexicon = buildLexicon([
    ...of('nouns', 'شعار', 'علامة', 'رمز'),
    ...of('loans', 'logo: لو{g}و'),
    ...of('synonyms', 'شعار = لوجو', 'رمز > علامة'),
  ]);
  const answers = (asked: string) => lexicon.synonyms.get(asked)?.flatMap((one) => one.answers);

  expect(answers('شعار')).toEqual([['logo']]);
  expect(answers('logo')).toEqual([['شعار']]);
  expect(answers('رمز')).toEqual([['علامه']]);
  expect(answers('علامه')).toBeUndefined();
});

test('words that must not meet are no readings of one another', () => {
  const nouns = of('nouns', 'كاتب: كتاب', 'كتاب: كتب');

  expect(analyseText(buildLexicon(nouns), 'كتاب')[0]?.alternates).toEqual(['كاتب']);
  const apart = buildLexicon([...nouns, ...of('confusable', 'كتاب ≠ كاتب')]);
  expect(analyseText(apart, 'كتاب')[0]?.alternates).toEqual([]);
});

test('a line that says nothing, or nonsense, is passed over', () => {
  const kinds: LexiconKind[] = ['nouns', 'adjectives', 'agents', 'verbs', 'loans', 'synonyms'];
  const lines = ['', ':', '=', ' / : , = ;', '{{{', '((', '≠', 'ا'.repeat(10_000)];
  const entries = kinds.flatMap((kind) => of(kind, ...lines));

  expect(() => buildLexicon(entries)).not.toThrow();
});

test('a template says every spelling once, and never too many', () => {
  expect(expandTemplate('لو{g}و')).toEqual(['لوجو', 'لوغو', 'لوقو', 'لوكو']);
  expect(expandTemplate('(ا)ب[ت|ث]')).toEqual(['ابت', 'ابث', 'بت', 'بث']);
  expect(expandTemplate('{g}'.repeat(40)).length).toBeLessThanOrEqual(512);
});

test('every word list of the product is understood', () => {
  const entries = readLexiconFiles();
  const lexicon = lexiconFromFiles();

  expect(entries.length).toBeGreaterThan(3_000);
  for (const { kind, line } of entries) {
    if (kind !== 'nouns') continue;
    const lemma = line.split(':')[0]?.trim() ?? '';
    expect(analyseText(lexicon, lemma).every((token) => token.known)).toBe(true);
  }
});
