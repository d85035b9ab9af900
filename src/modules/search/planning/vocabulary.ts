import type { KnownWord, TermRow, VocabularyRow } from '../analysis/types.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { buildDeletions, type Deletions } from './deletions.ts';
import { lexiconWords } from './lexicon-words.ts';
import { pluralIndex } from './plural-index.ts';
import { soundOfArabic, soundsOfLatin } from './sound-key.ts';
import { spellingKey } from '../analysis/spelling-key.ts';

/** The words of the catalogue and of the lexicon, arranged for finding what was meant. */
export interface Vocabulary {
  /** Different words. */
  readonly size: number;
  /** Services that hold the term. */
  documents(term: string): number;
  /** Services that hold the word as it is written. */
  count(surface: string): number;
  find(surface: string): KnownWord | undefined;
  /** Words a few slips away; the caller measures how far. */
  near(surface: string): KnownWord[];
  /** Words that sound alike, in either script. */
  soundingLike(surface: string): KnownWord[];
  /** Words written with other letters for the same foreign sounds. */
  spelledLike(surface: string): KnownWord[];
  /** Words that may be the plural of this one by their pattern. */
  pluralsOf(surface: string): KnownWord[];
  /** Words that begin so, the most frequent first. */
  beginning(prefix: string, most: number): KnownWord[];
}

/** What is known besides the catalogue counts as if so many services held it. */
const MOST_WORDS = 120_000;

/** Arranges the words of the catalogue, rarest left out above the bound, with those of the lexicon. */
export function buildVocabulary(
  lexicon: Lexicon,
  { surfaces, terms }: { surfaces: readonly VocabularyRow[]; terms: readonly TermRow[] },
): Vocabulary {
  const words = collectWords(lexicon, surfaces);
  const list = [...words.values()].sort((a, b) => (a.surface < b.surface ? -1 : 1));
  const counts = new Map(terms.map(({ term, documents }) => [term, documents]));
  const sounds = group(list, soundKeys);
  const spellings = group(list, ({ surface }) => [spellingKey(surface)]);
  const plurals = pluralIndex(lexicon, list);
  const deletions: Deletions = buildDeletions(list.map(({ surface }) => surface));
  const at = (places: Iterable<number>): KnownWord[] =>
    [...places].map((place) => list[place]).filter((word) => word !== undefined);
  return {
    size: list.length,
    documents: (term) => counts.get(term) ?? 0,
    count: (surface) => words.get(surface)?.documents ?? 0,
    find: (surface) => words.get(surface),
    near: (surface) => at(deletions.near(surface)),
    soundingLike: (surface) => at(keysOf(surface).flatMap((key) => sounds.get(key) ?? [])),
    spelledLike: (surface) => at(spellings.get(spellingKey(surface)) ?? []),
    pluralsOf: (surface) => at(plurals.get(surface) ?? []),
    beginning: (prefix, most) => beginning(list, prefix, most),
  };
}

function collectWords(
  lexicon: Lexicon,
  surfaces: readonly VocabularyRow[],
): Map<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  for (const word of lexiconWords(lexicon)) words.set(word.surface, word);
  const rows = [...surfaces].sort((a, b) => b.documents - a.documents).slice(0, MOST_WORDS);
  for (const { surface, term, written, documents } of rows) {
    const known = words.get(surface);
    if (known === undefined) {
      words.set(surface, { surface, term, written: written ?? surface, documents });
    } else words.set(surface, { ...known, documents: known.documents + documents });
  }
  return words;
}

function soundKeys({ surface }: KnownWord): string[] {
  return keysOf(surface).filter((key) => key.length > 1);
}

function keysOf(surface: string): string[] {
  return /^[a-z0-9']+$/.test(surface) ? soundsOfLatin(surface) : [soundOfArabic(surface)];
}

function group(
  words: readonly KnownWord[],
  keys: (word: KnownWord) => readonly string[],
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    for (const key of keys(word)) {
      const members = found.get(key);
      if (members === undefined) found.set(key, [at]);
      else members.push(at);
    }
  }
  return found;
}

function beginning(list: readonly KnownWord[], prefix: string, most: number): KnownWord[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.surface ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: KnownWord[] = [];
  for (let at = low; at < list.length && found.length < 2000; at += 1) {
    const word = list[at];
    if (!word?.surface.startsWith(prefix)) break;
    found.push(word);
  }
  return found.sort((a, b) => b.documents - a.documents).slice(0, most);
}
