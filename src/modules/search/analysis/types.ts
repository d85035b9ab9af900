/** One word of a text, or several written words that are one («باك لينك»). */
export interface Token {
  /** The word as written, folded: one alef, ya and ha, no marks, Latin digits, small letters. */
  surface: string;
  /** What the index holds for it: the lemma, the Latin name of a loan word, or the light stem. */
  term: string;
  /** Other, weaker readings of the same word; the index holds them too (see `termsOf`). */
  alternates: readonly string[];
  /** Terms of the single words, where several written words are one; the index holds them too. */
  parts: readonly string[];
  /** Place of the word in the source text, in UTF-16 units; `end` is behind its last letter. */
  start: number;
  end: number;
  /** A word that a question may hold without meaning it («أريد», «من»). */
  stop: boolean;
  /** Whether the lexicon knows the word; a light stem is a guess. */
  known: boolean;
}

/** What the lexicon is made of: the lines of its files and what the staff added. */
export type LexiconKind =
  | 'nouns'
  | 'adjectives'
  | 'agents'
  | 'verbs'
  | 'loans'
  | 'brands'
  | 'synonyms'
  | 'stop'
  | 'confusable';

/** One line of a lexicon file (README.md says how each kind is written). */
export interface LexiconEntry {
  kind: LexiconKind;
  line: string;
}

/** How a piece of a plan was found, strongest first. */
export type Reading =
  | 'surface'
  | 'lemma'
  | 'alternate'
  | 'spelling'
  | 'synonym'
  | 'correction'
  | 'prefix';

/** One way to satisfy a group: a service that holds all of the terms. */
export interface Alternative {
  terms: readonly string[];
  /** 0 to 1: how much a title that matches in this way counts. */
  weight: number;
  reading: Reading;
}

/** One word or phrase of a question, with everything that would answer it; strongest first. */
export interface Group {
  /** Tokens of the plan that it covers: from the first to before the second. */
  tokenSpan: readonly [from: number, to: number];
  /** Folded words as typed: a title word that looks the same is the best match. */
  surfaces: readonly string[];
  alternatives: readonly Alternative[];
  /** A stop word: it may lift a service, it is never required. */
  optional: boolean;
}

/** What a question means: every group that is not optional must be satisfied. */
export interface Plan {
  tokens: readonly Token[];
  groups: readonly Group[];
  /** Said above the results: what was searched for as well, and what was typed. */
  correction?: { shown: string; original: string };
  /** Indexes of groups in the order in which they are given up when nothing is found. */
  relaxOrder: readonly number[];
}

/** One word of the catalogue as the index has seen it. */
export interface VocabularyRow {
  /** Folded. */
  surface: string;
  /** Its term when it was analysed. */
  term: string;
  /** The most frequent raw spelling, to be shown to people. */
  written?: string;
  /** Services that hold the surface. */
  documents: number;
}

/** One term of the index with the number of services that hold it. */
export interface TermRow {
  term: string;
  documents: number;
}

/** One word that may be meant. */
export interface KnownWord {
  surface: string;
  term: string;
  /** Spelled for people. */
  written: string;
  /** Services that hold this very word. */
  documents: number;
  /** More than 0 for a spelling that few choose while another is usual. */
  unusual?: number;
}
