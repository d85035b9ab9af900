import type { Alternative, Token } from '../analysis/types.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a question is read with. */
export interface Sources {
  lexicon: Lexicon;
  vocabulary: Vocabulary;
}

/** One word of a question and what may be meant by it. */
export interface Slot {
  token: Token;
  alternatives: Alternative[];
  /** The likeliest term: the word's own, or of what it was corrected to. */
  mainTerm: string;
  /** What is shown instead of the word, when it was corrected. */
  shown?: string;
}

/** Where a word stands in the question, and how it is read. */
export interface Position {
  /** The last word may be unfinished. */
  last: boolean;
  /** Words of the question that are not stop words. */
  words: number;
  /** Terms of the words before and behind. */
  beside: readonly [string, string];
  /** Many unknown words are no slips: the first few alone are guessed at. */
  mayGuess: boolean;
  /** Nothing was found for the words as they are: any of them may be wrong. */
  doubting: boolean;
}

/** Whether anybody knows the word: the lexicon, or a service that holds it. */
export function isKnown({ vocabulary }: Sources, token: Token): boolean {
  return token.known || isSeen(vocabulary, token);
}

/** Whether a service holds the word, or another form of it. */
export function isSeen(vocabulary: Vocabulary, { surface, term }: Token): boolean {
  return vocabulary.count(surface) > 0 || vocabulary.documents(term) > 0;
}

/** Adds a way to answer unless the same terms are there already, with the higher weight kept. */
export function offer(alternatives: Alternative[], found: Alternative): void {
  if (found.terms.length === 0 || found.terms.some((term) => term === '')) return;
  const key = found.terms.join(' ');
  const at = alternatives.findIndex(({ terms }) => terms.join(' ') === key);
  const before = alternatives[at];
  if (before === undefined) alternatives.push(found);
  else if (before.weight < found.weight) alternatives[at] = found;
}
