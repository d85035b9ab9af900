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
  arabizi: Map<string, string>;
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
    arabizi: new Map(),
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
  const { owned, relations } = relationsOf(draft);
  const { stems, firstParts, manyParts, stopWords, works, confusable, written, arabizi } = draft;
  const words = { stems, firstParts, manyParts, stopWords, works, confusable, written, arabizi };
  return { ...words, owned, relations, synonyms };
}

/** Adjectives in «ي» whose noun is in the lexicon too; nouns of three letters have many such. */
function relationsOf({ stems }: LexiconDraft): Pick<Lexicon, 'owned' | 'relations'> {
  const owned = new Map<string, string>();
  const relations = new Map<string, string>();
  for (const [stem, readings] of stems) {
    if (!stem.endsWith('ي') || !readings.some(({ paradigm }) => paradigm === 'adjective')) continue;
    const base = stem.slice(0, -1);
    for (const { term, paradigm } of stems.get(base) ?? []) {
      if (paradigm === 'noun') owned.set(stem, term);
      if (paradigm === 'noun' && base.length > 3) relations.set(term, stem);
    }
    if (base.length > 3 && stems.get(`${base}ه`)?.some(({ term }) => term === `${base}ه`)) {
      relations.set(`${base}ه`, stem);
    }
  }
  return { owned, relations };
}
