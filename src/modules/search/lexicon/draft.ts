import { foldWord } from '../analysis/fold-word.ts';
import { spellingKey } from '../analysis/spelling-key.ts';
import type { Lexicon, Stem } from './lexicon.ts';

/** A lexicon while it is read: the same collections, still open. */
export interface LexiconDraft {
  stems: Map<string, Stem[]>;
  firstParts: Set<string>;
  manyParts: Map<string, number>;
  stopWords: Set<string>;
  stopPhrases: Map<string, string[][]>;
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
    stopPhrases: new Map(),
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
  const { owned, relations } = relationsOf(draft);
  const { stems, firstParts, manyParts, stopWords, stopPhrases, works, confusable, written } =
    draft;
  const words = {
    stems,
    firstParts,
    manyParts,
    stopWords,
    stopPhrases,
    works,
    confusable,
    written,
  };
  return {
    ...words,
    owned,
    relations,
    loanKeys: loanKeysOf(draft),
    synonyms,
    pairs: pairsOf(synonyms),
  };
}

/** Adjectives in «ي» whose noun is in the lexicon too; nouns of three letters have too many such. */
function relationsOf({ stems }: LexiconDraft): Pick<Lexicon, 'owned' | 'relations'> {
  const owned = new Map<string, string>();
  const relations = new Map<string, string[]>();
  for (const [stem, readings] of stems) {
    if (!stem.endsWith('ي') || !readings.some(({ paradigm }) => paradigm === 'adjective')) continue;
    const base = stem.slice(0, -1);
    const noun = stems.get(base)?.find(({ paradigm }) => paradigm === 'noun')?.term;
    if (noun !== undefined) owned.set(stem, noun);
    const feminine = stems.get(`${base}ه`)?.find(({ paradigm }) => paradigm === 'feminine')?.term;
    const related = [noun, feminine].flatMap((term) =>
      term !== undefined && term.length > 3 ? [term] : [],
    );
    if (related.length > 0) relations.set(stem, related);
  }
  return { owned, relations };
}

/** Keys of fewer sounds than this are those of many words. */
const SHORTEST_KEY = 4;

function loanKeysOf({ stems }: LexiconDraft): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [stem, readings] of stems) {
    const loan = readings.find(({ paradigm }) => paradigm === 'loan');
    const key = loan === undefined ? '' : spellingKey(stem);
    if (loan === undefined || key.length < SHORTEST_KEY) continue;
    const before = keys.get(key);
    keys.set(key, before === undefined || before === loan.term ? loan.term : '');
  }
  return new Map([...keys].filter(([, term]) => term !== ''));
}

function pairsOf(synonyms: Lexicon['synonyms']): Set<string> {
  const pairs = new Set<string>();
  for (const members of synonyms.values()) {
    for (const { terms } of members) {
      for (let at = 1; at < terms.length; at += 1) pairs.add(`${terms[at - 1]} ${terms[at]}`);
    }
  }
  return pairs;
}
