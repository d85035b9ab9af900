import { foldWord } from '../analysis/fold-word.ts';
import type { Lexicon, Stem } from './lexicon.ts';

/** A lexicon while it is read: the same collections, still open. */
export interface LexiconDraft {
  stems: Map<string, Stem[]>;
  firstParts: Set<string>;
  manyParts: Map<string, number>;
  stopWords: Set<string>;
  works: Map<string, string>;
  confusable: Set<string>;
  written: Map<string, string>;
  addStem(stem: string, found: Stem): void;
  /** The term of a lemma, whose spelling is remembered. */
  nameLemma(written: string): string;
  /** Remembers how a word is spelled for people. */
  spell(written: string): void;
}

/** An empty lexicon to be filled. */
export function beginLexicon(): LexiconDraft {
  const stems = new Map<string, Stem[]>();
  const written = new Map<string, string>();
  const spell = (word: string): void => {
    const folded = foldWord(word);
    if (!written.has(folded)) written.set(folded, word);
  };
  return {
    stems,
    firstParts: new Set(),
    manyParts: new Map(),
    stopWords: new Set(),
    works: new Map(),
    confusable: new Set(),
    written,
    addStem(stem, found) {
      if (stem.length < 2) return;
      const known = stems.get(stem);
      if (known === undefined) stems.set(stem, [found]);
      else if (!known.some((other) => isSame(other, found))) known.push(found);
    },
    nameLemma(word) {
      spell(word);
      return foldWord(word);
    },
    spell,
  };
}

function isSame(a: Stem, b: Stem): boolean {
  return a.term === b.term && a.paradigm === b.paradigm && a.cost <= b.cost;
}

/** The same lexicon, closed. */
export function closeLexicon(draft: LexiconDraft, synonyms: Lexicon['synonyms']): Lexicon {
  const { stems, firstParts, manyParts, stopWords, works, confusable, written } = draft;
  return { stems, firstParts, manyParts, stopWords, works, confusable, written, synonyms };
}
