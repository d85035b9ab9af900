import { splitWords } from '../analysis/split-words.ts';
import type { LexiconDraft } from './draft.ts';
import { expandTemplate } from './expand-template.ts';

/** Cost of a spelling far down the list: it is read all the same, and seldom suggested. */
const UNUSUAL = 0.15;

/** `latin name: template, template; other latin spelling`: a loan word or a brand. */
export function addLoan(draft: LexiconDraft, line: string): void {
  const [arabic = '', latin = ''] = line.split(';');
  const [name = '', templates = ''] = arabic.split(':');
  const canonical = name.trim().toLowerCase();
  const term = joined(canonical);
  if (term === '') return;
  draft.written.set(term, name.trim());
  for (const spelling of [canonical, ...latin.split(/[,،]/)]) addLatin(draft, spelling, term);
  let cost = 0;
  for (const template of templates.split(/[,،]/)) {
    for (const spelling of expandTemplate(template.trim())) {
      addArabic(draft, spelling, { term, cost });
      cost = Math.min(UNUSUAL, cost + 0.02);
    }
  }
}

function addLatin(draft: LexiconDraft, spelling: string, term: string): void {
  const words = wordsOf(spelling);
  if (words.length === 0) return;
  draft.addStem(words.join(''), { term, paradigm: 'latin', cost: 0 });
  addParts(draft, words);
}

function addArabic(
  draft: LexiconDraft,
  spelling: string,
  { term, cost }: { term: string; cost: number },
): void {
  const words = wordsOf(spelling);
  if (words.length === 0) return;
  draft.addStem(words.join(''), { term, paradigm: 'loan', cost });
  addParts(draft, words);
}

function addParts(draft: LexiconDraft, words: readonly string[]): void {
  const [first] = words;
  if (first === undefined || words.length < 2) return;
  draft.firstParts.add(first);
  const whole = words.join('');
  draft.manyParts.set(whole, Math.max(words.length, draft.manyParts.get(whole) ?? 0));
}

function wordsOf(spelling: string): string[] {
  return splitWords(spelling).map(({ surface }) => surface);
}

function joined(name: string): string {
  return wordsOf(name).join('');
}
