/** Which endings a stem takes (analysis/affixes.ts has the endings of each). */
export type Paradigm =
  | 'noun'
  | 'feminine'
  | 'bound-feminine'
  | 'plural-base'
  | 'bound'
  | 'defective'
  | 'adjective'
  | 'agent'
  | 'plural'
  | 'loan'
  | 'latin'
  | 'verb'
  | 'past';

/** What the lexicon knows of one written stem. */
export interface Stem {
  /** What the index holds: the folded lemma, or the Latin name of a loan word without blanks. */
  term: string;
  paradigm: Paradigm;
  /** Added to the cost of a reading: 0, more for guesses of spelling. */
  cost: number;
}

/** A member of a synonym group: its terms in order. */
export interface SynonymMember {
  terms: readonly string[];
  /** The other members that answer it. */
  answers: readonly (readonly string[])[];
}

export interface Lexicon {
  /** By folded stem. */
  stems: ReadonlyMap<string, readonly Stem[]>;
  /** First words of loan words that are written in several («باك» of «باك لينك»). */
  firstParts: ReadonlySet<string>;
  /** Loan words of several words, written joined: with the number of words. */
  manyParts: ReadonlyMap<string, number>;
  /** Folded. */
  stopWords: ReadonlySet<string>;
  /** «لو سمحت», «كم سعر»: phrases of folded words, by the first. */
  stopPhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** By the first term of a member. */
  synonyms: ReadonlyMap<string, readonly SynonymMember[]>;
  /** Loan words by their spelling key, where one word alone has it. */
  loanKeys: ReadonlyMap<string, string>;
  /** Neighbours in phrases that have synonyms, as «a b» terms. */
  pairs: ReadonlySet<string>;
  /** Agent → the work («مصمم» → «تصميم»), as terms. */
  works: ReadonlyMap<string, string>;
  /** Adjective that may as well be «my …» («بحثي») → the noun. */
  owned: ReadonlyMap<string, string>;
  /** Adjective of relation → its nouns («تسويقي» → «تسويق»). */
  relations: ReadonlyMap<string, readonly string[]>;
  /** Terms that never stand for one another: «a b», in the order of the alphabet. */
  confusable: ReadonlySet<string>;
  /** How each folded lemma and plural is spelled for people. */
  written: ReadonlyMap<string, string>;
}
