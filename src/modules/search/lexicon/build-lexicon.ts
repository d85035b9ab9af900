import { analyseText } from '../analysis/analyse-text.ts';
import { foldWord } from '../analysis/fold-word.ts';
import type { LexiconEntry } from '../analysis/types.ts';
import { addAdjective, addAgent, addNoun, addVerb } from './add-arabic.ts';
import { addLoan } from './add-loan.ts';
import { beginLexicon, closeLexicon, type LexiconDraft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { readSynonyms } from './read-synonyms.ts';

/** Kinds in the order in which they are read: a masdar of a verb may be a noun already. */
const ORDER: readonly LexiconEntry['kind'][] = [
  'loans',
  'brands',
  'nouns',
  'adjectives',
  'agents',
  'verbs',
  'stop',
];

/** Makes the lexicon of its lines; a line that says nothing is passed over. */
export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const draft = beginLexicon();
  for (const kind of ORDER) {
    for (const entry of entries) {
      const line = entry.line.split(/\s\|\s/)[0]?.trim() ?? '';
      if (entry.kind === kind && line !== '') addEntry(draft, { kind, line });
    }
  }
  const words = closeLexicon(draft, new Map());
  for (const { kind, line } of entries) {
    if (kind === 'confusable') addConfusable(draft, words, line);
  }
  const groups = entries.filter(({ kind }) => kind === 'synonyms').map(({ line }) => line);
  return closeLexicon(draft, readSynonyms(words, groups));
}

function addEntry(draft: LexiconDraft, { kind, line }: LexiconEntry): void {
  if (kind === 'nouns') addNoun(draft, line);
  if (kind === 'adjectives') addAdjective(draft, line);
  if (kind === 'agents') addAgent(draft, line);
  if (kind === 'verbs') addVerb(draft, line);
  if (kind === 'loans' || kind === 'brands') addLoan(draft, line);
  if (kind === 'stop') addStop(draft, line);
}

function addStop(draft: LexiconDraft, line: string): void {
  const words = line.split(/\s+/).map(foldWord);
  const [first = ''] = words;
  if (words.length === 1) draft.stopWords.add(first);
  else draft.stopPhrases.set(first, [...(draft.stopPhrases.get(first) ?? []), words]);
}

function addConfusable(draft: LexiconDraft, words: Lexicon, line: string): void {
  const terms = line.split('≠').map((word) => analyseText(words, word)[0]?.term ?? '');
  for (const a of terms) {
    for (const b of terms) {
      if (a !== b) draft.confusable.add(`${a} ${b}`);
    }
  }
}
