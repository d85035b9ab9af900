import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseText, termsOf } from '../analysis/analyse-text.ts';
import { lexiconFromFiles } from '../lexicon/read-files.ts';
import { doubtQuery, planQuery } from './plan-query.ts';
import { buildVocabulary } from './vocabulary.ts';

const lexicon = lexiconFromFiles([{ kind: 'nouns', line: 'شعير' }]);
const titles = [
  ...Array<string>(40).fill('تصميم شعار شركة'),
  ...Array<string>(30).fill('مونتاج فيديو يوتيوب'),
  ...Array<string>(20).fill('برمجة متجر إلكتروني ووردبريس'),
  ...Array<string>(10).fill('تعليق صوتي، إعلانات ممولة'),
  'رسم زرقميط',
  'responsive website',
];
const vocabulary = buildVocabulary(lexicon, countsOf(titles));
const sources = { lexicon, vocabulary };

function countsOf(texts: readonly string[]) {
  const surfaces = new Map<string, { surface: string; term: string; documents: number }>();
  const terms = new Map<string, number>();
  for (const token of texts.flatMap((text) => analyseText(lexicon, text))) {
    const { surface, term } = token;
    const documents = (surfaces.get(surface)?.documents ?? 0) + 1;
    surfaces.set(surface, { surface, term, documents });
    for (const one of termsOf(token)) terms.set(one, (terms.get(one) ?? 0) + 1);
  }
  const rows = [...terms].map(([term, documents]) => ({ term, documents }));
  return { surfaces: [...surfaces.values()], terms: rows };
}

/** Whether a text satisfies every required group of the plan. */
function finds(query: string, title: string): boolean {
  const held = new Set(analyseText(lexicon, title).flatMap(termsOf));
  const { groups } = planQuery(sources, query);
  return groups
    .filter(({ optional }) => !optional)
    .every(({ alternatives }) =>
      alternatives.some(({ terms }) => terms.every((term) => held.has(term))),
    );
}

test.each([
  ['auhv', 'تصميم شعار'],
  ['ابغى احد يصمم لي لوجو', 'تصميم شعار'],
  ['تصمبم', 'تصميم شعار'],
  ['sho3ar', 'شعار شركة'],
  ['tasmem el sho3ar', 'تصميم شعار'],
  ['ووردب', 'قالب ووردبريس'],
  ['سيرة ذاتية', 'تصميم CV'],
  ['تصميمشعار', 'تصميم شعار'],
  ['زرقميط', 'رسم زرقميط'],
  ['ريسبونسيف', 'responsive website'],
  ['شاعر شركة', 'شعار شركة'],
  ['مصمم شعارات', 'تصميم شعار'],
])('%s finds «%s»', (query, title) => {
  expect(finds(query, title)).toBe(true);
});

test.each([
  ['تصميم شعار', 'مونتاج فيديو'],
  ['كتابة', 'كتاب مستعمل'],
  ['خطة', 'خط عربي'],
])('%s does not find «%s»', (query, title) => {
  expect(finds(query, title)).toBe(false);
});

test.each([
  ['موتناج', 'مونتاج'],
  ['يوتويب', 'يوتيوب'],
  ['تصميم شعاررر', 'تصميم شعار'],
  ['auhv', 'شعار'],
])('%s is shown as %s', (query, shown) => {
  expect(planQuery(sources, query).correction).toEqual({ shown, original: query });
});

test.each(['قلم', 'طبيعة', 'تصميم شعار', 'شركة', 'logo', 'لوغو', '2025'])(
  '%s is right as it is',
  (query) => {
    expect(planQuery(sources, query).correction).toBeUndefined();
  },
);

test('a corrected word may still be meant as it was typed', () => {
  const [group] = planQuery(sources, 'موتناج').groups;

  expect(group?.alternatives.map(({ terms }) => terms.join(' '))).toEqual(
    expect.arrayContaining(['موتناج', 'montage']),
  );
});

test('only when nothing was found are words doubted that exist', () => {
  expect(planQuery(sources, 'تصميم شعير').correction).toBeUndefined();
  expect(doubtQuery(sources, 'تصميم شعير')?.correction?.shown).toBe('تصميم شعار');
  expect(doubtQuery(sources, 'تصميم شعار')).toBeUndefined();
});

test('stop words are optional, unless there is nothing else', () => {
  const optional = (query: string) => planQuery(sources, query).groups.map((one) => one.optional);

  expect(optional('أريد شعار')).toEqual([true, false]);
  expect(optional('من على')).toEqual([false, false]);
});

test('words that nobody offers are given up first, then the most frequent', () => {
  const { relaxOrder } = planQuery(sources, 'تصميم غضروف مونتاج');

  expect(relaxOrder).toEqual([1, 0, 2]);
});

test('a longer question is cut', () => {
  const { tokens, groups } = planQuery(sources, 'شعار تصميم '.repeat(10_000));

  expect(tokens.length).toBeLessThanOrEqual(24);
  expect(groups.length).toBeLessThanOrEqual(12);
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['signs', '*&|!:()<>\'"\\'],
  ['a pattern', '(a+)+$'],
  ['lone surrogates', '\ud83d\udc00\ud800'],
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['direction controls', '\u202eشعار\u202c'],
  ['a null', 'شعار\u0000'],
])('%s has a plan', (_name, query) => {
  const plan = planQuery(sources, query);

  for (const { alternatives } of plan.groups) {
    expect(alternatives.length).toBeGreaterThan(0);
    expect(alternatives.length).toBeLessThan(64);
  }
});

test('any text has a plan whose terms are no operators', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (query) => {
      const { groups } = planQuery(sources, query);
      const terms = groups.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.terms));
      expect(terms.every((term) => /^[\p{L}\p{N}\p{M}%]+$/u.test(term))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
