import { singularsOf } from '../analysis/plural-patterns.ts';
import type { Alternative, Token } from '../analysis/types.ts';
import {
  type Correction,
  correctScript,
  correctSlips,
  correctToLatin,
  splitWord,
} from './correct-word.ts';
import { editDistance } from './edit-distance.ts';
import { isSeen, offer, type Slot, type Sources } from './slot.ts';

const MOST_SPELLINGS = 6;
const MOST_ENDS = 16;

export interface Position {
  /** The last word may be unfinished. */
  last: boolean;
  /** Words of the question that are not stop words. */
  words: number;
}

/** What may be meant by one word, its own reading first. */
export function readToken(sources: Sources, token: Token, position: Position): Slot {
  const alternatives: Alternative[] = [
    { terms: [token.term], weight: 1, reading: 'surface' },
    ...token.alternates.map((term): Alternative => ({
      terms: [term],
      weight: 0.8,
      reading: 'alternate',
    })),
  ];
  if (token.parts.length > 1) offer(alternatives, { terms: token.parts, weight: 0.9, reading: 'lemma' });
  const slot: Slot = { token, alternatives, mainTerm: token.term };
  if (token.known) {
    offerWork(sources, slot);
    if (position.words > 1) doubt(sources, slot);
    return slot;
  }
  offerPlurals(sources, slot);
  offerSpellings(sources, slot);
  if (!isSeen(sources.vocabulary, token)) guess(sources, slot, position);
  else doubt(sources, slot);
  return slot;
}

/** Who asks for a designer wants design. */
function offerWork({ lexicon }: Sources, { token, alternatives }: Slot): void {
  const work = lexicon.works.get(token.term);
  if (work !== undefined) offer(alternatives, { terms: [work], weight: 0.6, reading: 'synonym' });
}

/** Broken plurals of words outside the lexicon, by pattern, if such a word is known. */
function offerPlurals({ lexicon, vocabulary }: Sources, { token, alternatives }: Slot): void {
  const bare = token.surface.replace(/^(?:وال|بال|لل|ال)(?=.{3})/, '');
  const seen = isSeen(vocabulary, token);
  const add = (term: string) =>
    offer(alternatives, { terms: [term], weight: 0.8, reading: 'alternate' });
  for (const singular of singularsOf(bare, seen ? 'strong' : 'open')) {
    const word = vocabulary.find(singular);
    if (word !== undefined && (word.documents > 0 || lexicon.stems.has(singular))) add(word.term);
  }
  for (const plural of vocabulary.pluralsOf(bare)) add(plural.term);
}

/** Other spellings of a loan word that the lexicon does not know. */
function offerSpellings({ vocabulary }: Sources, { token, alternatives }: Slot): void {
  if (token.surface.length < 4) return;
  const found = vocabulary
    .spelledLike(token.surface)
    .filter(({ surface, documents }) => documents > 0 && surface !== token.surface)
    .filter(({ surface }) => editDistance(token.surface, surface, 2.2) < 2.2)
    .sort((a, b) => b.documents - a.documents)
    .slice(0, MOST_SPELLINGS);
  for (const { term } of found) offer(alternatives, { terms: [term], weight: 0.75, reading: 'spelling' });
}

/** A word that nobody knows: the beginning of one, Arabic in Latin letters, a slip, two in one. */
function guess(sources: Sources, slot: Slot, position: Position): void {
  const { surface } = slot.token;
  if (/^\d+$/.test(surface) || slot.alternatives.length > 1) return;
  const ends = position.last ? endsOf(sources, surface) : [];
  for (const term of ends) offer(slot.alternatives, { terms: [term], weight: 0.6, reading: 'prefix' });
  const found = /^[a-z]/.test(surface)
    ? [...correctSlips(sources, surface), ...correctScript(sources, surface)]
    : [...correctToLatin(sources, surface), ...correctSlips(sources, surface)];
  const best = found.sort((a, b) => a.score - b.score);
  const split = splitWord(sources, surface);
  if (split[0] !== undefined && (best[0]?.distance ?? 9) > 0.7) {
    for (const { terms } of split) offer(slot.alternatives, { terms, weight: 0.7, reading: 'spelling' });
    if (ends.length === 0) slot.shown = split[0].written;
    return;
  }
  takeCorrections(slot, best, ends.length > 0);
}

function takeCorrections(slot: Slot, found: readonly Correction[], mayEnd: boolean): void {
  const [first] = found;
  if (first === undefined) return;
  for (const { term, distance } of found.slice(0, 4)) {
    const weight = Math.max(0.5, 0.8 - 0.15 * distance);
    offer(slot.alternatives, { terms: [term], weight, reading: 'correction' });
  }
  if (mayEnd) return;
  slot.mainTerm = first.term;
  slot.shown = first.written;
}

/** Terms of the words that begin so. */
function endsOf({ vocabulary }: Sources, surface: string): string[] {
  if (surface.length < 3) return [];
  const bare = surface.replace(/^(?:وال|بال|لل|ال)(?=.{3})/, '');
  const found = [surface, bare].flatMap((start) => vocabulary.beginning(start, MOST_ENDS));
  return [...new Set(found.map(({ term }) => term))].slice(0, MOST_ENDS);
}

/** A known word is doubted only when hardly anybody offers it and one slip away is what many do. */
function doubt({ vocabulary }: Sources, slot: Slot): void {
  const { surface, term, known } = slot.token;
  if (surface.length < 4 || !/^[ء-ي]+$/.test(surface)) return;
  const own = Math.max(vocabulary.documents(term), vocabulary.count(surface));
  if (own > 2) return;
  const most = known ? 0.62 : 0.8;
  for (const word of vocabulary.near(surface)) {
    const often = vocabulary.documents(word.term);
    if (word.term === term || often < 40 * (own + 0.5)) continue;
    const distance = editDistance(surface, word.surface, most);
    if (distance === Infinity) continue;
    offer(slot.alternatives, { terms: [word.term], weight: 0.55, reading: 'correction' });
    slot.shown ??= word.written;
  }
}
