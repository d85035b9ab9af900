import { analyseText } from '../analysis/analyse-text.ts';
import { singularsOf } from '../analysis/plural-patterns.ts';
import type { Alternative, Token } from '../analysis/types.ts';
import {
  type Correction,
  correctScript,
  correctSlips,
  correctToLatin,
  splitWord,
} from './correct-word.ts';
import { doubtWord } from './doubt-word.ts';
import { editDistance } from './edit-distance.ts';
import { isSeen, offer, type Position, type Slot, type Sources } from './slot.ts';

const MOST_SPELLINGS = 6;
const MOST_ENDS = 16;
const ARTICLE = /^(?:وال|بال|لل|ال)(?=.{3})/;

/** What may be meant by one word, its own reading first. */
export function readToken(sources: Sources, token: Token, position: Position): Slot {
  const slot = beginSlot(sources, token);
  const seen = isSeen(sources.vocabulary, token);
  if (token.known) {
    offerRelated(sources, slot);
    if (/^[a-z]/.test(token.term)) offerSpellings(sources, slot);
    if (!seen) offerEnds(sources, slot, position);
    if (!seen && !token.stop) offerSplit(sources, slot);
    showUsual(sources, slot);
  } else {
    offerPlurals(sources, slot, 'strong');
    offerSpellings(sources, slot);
    if (!seen && position.mayGuess) guess(sources, slot, position);
  }
  if (!token.stop && position.mayGuess) doubtWord(sources, slot, position);
  return slot;
}

function beginSlot({ lexicon }: Sources, token: Token): Slot {
  const alternatives: Alternative[] = [{ terms: [token.term], weight: 1, reading: 'surface' }];
  const related = lexicon.relations.get(token.term) ?? [];
  for (const term of token.alternates) {
    alternatives.push({
      terms: [term],
      weight: related.includes(term) ? 0.6 : 0.8,
      reading: 'alternate',
    });
  }
  if (token.parts.length > 1) {
    offer(alternatives, { terms: token.parts, weight: 0.9, reading: 'lemma' });
  }
  return { token, alternatives, mainTerm: token.term };
}

/** Who asks for a designer wants design; «بحثي» may be «my research». */
function offerRelated({ lexicon, vocabulary }: Sources, { token, alternatives }: Slot): void {
  const work = lexicon.works.get(token.term);
  if (work !== undefined) offer(alternatives, { terms: [work], weight: 0.6, reading: 'synonym' });
  const owned = lexicon.owned.get(token.surface);
  const often = owned === undefined ? 0 : vocabulary.documents(owned);
  if (owned !== undefined && often > 3 * vocabulary.documents(token.term)) {
    offer(alternatives, { terms: [owned], weight: 0.8, reading: 'alternate' });
  }
}

/** Broken plurals of words outside the lexicon, by pattern, if such a word is known. */
function offerPlurals(
  { lexicon, vocabulary }: Sources,
  { token, alternatives }: Slot,
  how: 'strong' | 'open',
): void {
  const bare = token.surface.replace(ARTICLE, '');
  const add = (term: string) =>
    offer(alternatives, { terms: [term], weight: 0.8, reading: 'alternate' });
  for (const singular of singularsOf(bare, how)) {
    const word = vocabulary.find(singular);
    if (word !== undefined && (word.documents > 0 || lexicon.stems.has(singular))) add(word.term);
  }
  for (const plural of vocabulary.pluralsOf(bare)) add(plural.term);
}

/** Other spellings of a loan word, where one of the two is outside the lexicon. */
function offerSpellings({ lexicon, vocabulary }: Sources, { token, alternatives }: Slot): void {
  const { surface } = token;
  if (surface.length < 4 || !/^[ء-ي]+$/.test(surface)) return;
  const most = token.known ? 1.35 : 2.2;
  const found = vocabulary
    .spelledLike(surface)
    .filter((word) => word.term !== token.term && word.surface.length > 3)
    .filter((word) => editDistance(surface, word.surface, most) <= most)
    .filter((word) => {
      const known = analyseText(lexicon, word.surface)[0]?.known ?? false;
      return known ? /^[a-z]/.test(word.term) && !token.known : word.documents > 0;
    })
    .sort((a, b) => b.documents - a.documents)
    .slice(0, MOST_SPELLINGS);
  for (const { term } of found) {
    offer(alternatives, { terms: [term], weight: 0.75, reading: 'spelling' });
  }
}

/** The word may be unfinished. */
function offerEnds({ vocabulary }: Sources, slot: Slot, position: Position): boolean {
  const { surface } = slot.token;
  if (!position.last || surface.length < 3) return false;
  const starts = new Set([surface, surface.replace(ARTICLE, '')]);
  const found = [...starts].flatMap((start) => vocabulary.beginning(start, MOST_ENDS));
  const terms = [...new Set(found.map(({ term }) => term))].slice(0, MOST_ENDS);
  for (const term of terms) {
    offer(slot.alternatives, { terms: [term], weight: 0.6, reading: 'prefix' });
  }
  return terms.some((term) => vocabulary.documents(term) > 0);
}

/** A word that nobody knows: the beginning of one, Arabic in Latin letters, a slip, two in one. */
function guess(sources: Sources, slot: Slot, position: Position): void {
  const { surface } = slot.token;
  if (/^\d+$/.test(surface)) return;
  const mayEnd = offerEnds(sources, slot, position);
  const found = inPhrase(sources, correctionsOf(sources, surface), position);
  const [first] = found;
  if (first === undefined || first.distance > 0.7) {
    const split = splitWord(sources, surface);
    if (split !== undefined && split.score <= (first?.score ?? Infinity)) {
      offer(slot.alternatives, { terms: split.terms, weight: 0.7, reading: 'spelling' });
      if (!mayEnd) slot.shown = split.written;
      return;
    }
    offerPlurals(sources, slot, 'open');
  }
  takeCorrections(slot, found, mayEnd);
}

/** What makes a phrase with its neighbours is likelier: «دراسة جدوة» is no study of quality. */
function inPhrase(
  { lexicon }: Sources,
  found: Correction[],
  { beside: [before, behind] }: Position,
): Correction[] {
  const makesPhrase = ({ term }: Correction) =>
    lexicon.pairs.has(`${before} ${term}`) || lexicon.pairs.has(`${term} ${behind}`);
  const scored = found.map((one) => (makesPhrase(one) ? { ...one, score: one.score - 0.4 } : one));
  return scored.sort((a, b) => a.score - b.score);
}

function correctionsOf(sources: Sources, surface: string): Correction[] {
  const slips = correctSlips(sources, surface);
  if (/[a-z]/.test(surface)) {
    return [...slips, ...correctScript(sources, surface)].sort((a, b) => a.score - b.score);
  }
  const near = slips[0] !== undefined && slips[0].distance <= 1;
  return near ? slips : [...correctToLatin(sources, surface), ...slips];
}

function takeCorrections(slot: Slot, found: readonly Correction[], mayEnd: boolean): void {
  const [first] = found;
  if (first === undefined) return;
  for (const { term, distance } of found.slice(0, 5)) {
    const weight = Math.max(0.5, 0.8 - 0.15 * distance);
    offer(slot.alternatives, { terms: [term], weight, reading: 'correction' });
  }
  if (mayEnd) return;
  slot.mainTerm = first.term;
  slot.shown = first.written;
}

/** A known word that may be two. */
function offerSplit(sources: Sources, { token, alternatives }: Slot): void {
  const split = splitWord(sources, token.surface);
  if (split === undefined) return;
  offer(alternatives, { terms: split.terms, weight: 0.7, reading: 'spelling' });
}

/** A loan word without a vowel that all others write («كاركاتير»): found the same, shown as usual. */
function showUsual({ vocabulary }: Sources, slot: Slot): void {
  const { surface, term } = slot.token;
  if (!/^[a-z]/.test(term) || !/^[ء-ي]{5,}$/.test(surface) || vocabulary.count(surface) > 0) return;
  const usual = vocabulary
    .spelledLike(surface)
    .filter((word) => word.term === term && word.documents > 2)
    .sort((a, b) => b.documents - a.documents)[0];
  if (usual === undefined || bones(usual.surface) !== bones(surface)) return;
  slot.shown = usual.written;
}

function bones(word: string): string {
  return word.replace(/[اوي]/g, '');
}
