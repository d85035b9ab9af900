import { analyseText } from '../analysis/analyse-text.ts';
import { editDistance } from './edit-distance.ts';
import type { Sources } from './slot.ts';
import { spellingDistance } from './transliteration.ts';
import type { KnownWord } from '../analysis/types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word that was probably meant. Lower scores are likelier. */
export interface Correction {
  term: string;
  written: string;
  distance: number;
  score: number;
}

/** Two words that stand for one. */
export interface Split {
  terms: string[];
  written: string;
  score: number;
}

/** What is gained each time that twice as many services hold a word. */
export const FREQUENCY = 0.11;
const MOST = 5;
/** Words that are compared letter by letter with one in Latin letters. */
const MOST_SOUNDING = 400;
/** Nobody writes two words as one that is longer. */
const LONGEST_SPLIT = 24;
/** A candidate this much worse than the best is none. */
const NEXT = 0.35;
const BEFORE = /^(?:وال|بال|فال|كال|ولل|ال|لل|[وبل])(?=.{3})/;
const BEHIND = /(?<=.{3})(?:اتها|اتهم|هات|ات|ين|ون|ان|ها|هم|نا|ية|يه|ه|ي|ك)$/;

/** Slips of the fingers: near words, the frequent before the rare, with what stood around them. */
export function correctSlips({ vocabulary }: Sources, surface: string): Correction[] {
  const whole = nearWords(vocabulary, surface);
  if (whole.length > 0 || !/^[ء-ي]+$/.test(surface)) return best(whole);
  const before = BEFORE.exec(surface)?.[0] ?? '';
  const found = before === '' ? [] : nearWords(vocabulary, surface.slice(before.length));
  for (const one of found) one.written = withPrefix(before, one.written);
  if (found.length > 0) return best(found);
  const behind = BEHIND.exec(surface)?.[0] ?? '';
  if (behind === '') return [];
  return best(nearWords(vocabulary, surface.slice(0, -behind.length)));
}

function withPrefix(before: string, written: string): string {
  return before + (before.endsWith('ال') && written.startsWith('ال') ? written.slice(2) : written);
}

function nearWords(vocabulary: Vocabulary, surface: string): Correction[] {
  const most = reach(surface.length);
  if (most === 0) return [];
  return vocabulary.near(surface).flatMap((word) => {
    const distance = editDistance(surface, word.surface, most);
    if (distance === Infinity || word.surface === surface) return [];
    const found = candidate(vocabulary, word, distance);
    return found.score > worstScore(surface.length) ? [] : [found];
  });
}

function candidate(vocabulary: Vocabulary, word: KnownWord, distance: number): Correction {
  const { term, written, documents } = word;
  const frequency = documents + vocabulary.documents(term) / 4;
  return {
    term,
    written,
    distance,
    score: distance + (word.unusual ?? 0) - FREQUENCY * Math.log2(1 + frequency),
  };
}

/** Short words are near many: only what is frequent was meant by them. */
function worstScore(length: number): number {
  if (length < 4) return 0.2;
  return length < 5 ? 0.5 : Infinity;
}

/** How far a word of that length may be from what was meant. */
function reach(length: number): number {
  if (length < 3) return 0;
  if (length < 4) return 0.95;
  if (length < 5) return 1.15;
  if (length < 6) return 1.4;
  return length < 8 ? 1.8 : 2.2;
}

/** Arabic written in Latin letters («sho3ar»), or an English word that services spell in Arabic. */
export function correctScript(sources: Sources, typed: string): Correction[] {
  if (!/^[a-z0-9']{2,24}$/.test(typed) || /^\d+$/.test(typed)) return [];
  const whole = scriptWords(sources.vocabulary, typed);
  const bare = typed.replace(/^(?:wal|wel|bel|bil|lel|lil|al|el|il|ash|as|at|ad)-?(?=.{3})/, '');
  if (bare === typed) return bestSpelled(whole);
  const rest = scriptWords(sources.vocabulary, bare);
  for (const one of rest) one.score += 0.15;
  return bestSpelled([...whole, ...rest]);
}

/** Letters of one sound leave several words open («riyada»): all that are spelled as well stay. */
function bestSpelled(candidates: Correction[]): Correction[] {
  const found = best(candidates);
  const nearest = Math.min(...candidates.map(({ distance }) => distance));
  const open = candidates.filter(
    ({ term, distance }) =>
      distance <= nearest + 0.12 && !found.some((other) => other.term === term),
  );
  return [...found, ...best(open)].slice(0, MOST + 1);
}

function scriptWords(vocabulary: Vocabulary, typed: string): Correction[] {
  const most = Math.min(1.6, 0.45 + 0.13 * typed.length);
  return soundingLike(vocabulary, typed).flatMap((word) => {
    const distance = spellingDistance(typed, word.surface, most);
    return distance === Infinity ? [] : [candidate(vocabulary, word, distance)];
  });
}

/** Arabic words of a fitting length; of very many only those that somebody offers. */
function soundingLike(vocabulary: Vocabulary, typed: string): KnownWord[] {
  const found = vocabulary
    .soundingLike(typed)
    .filter(
      ({ surface }) =>
        /^[ء-ي]/.test(surface) &&
        surface.length <= typed.length + 1 &&
        surface.length * 2.5 >= typed.length,
    );
  if (found.length <= MOST_SOUNDING) return found;
  return found
    .filter(({ term }) => vocabulary.documents(term) > 0)
    .sort((a, b) => b.documents - a.documents)
    .slice(0, MOST_SOUNDING);
}

/** An Arabic spelling of a Latin word that services write in Latin letters. */
export function correctToLatin({ vocabulary }: Sources, surface: string): Correction[] {
  if (!/^[ء-ي]{4,}$/.test(surface)) return [];
  return best(
    vocabulary.soundingLike(surface.replace(/^ال(?=.{4})/, '')).flatMap((word) => {
      if (!/^[a-z]/.test(word.surface) || !/^[a-z]/.test(word.term)) return [];
      const distance =
        spellingDistance(word.surface, surface, 1) + lostVowels(word.surface, surface);
      if (distance > 1) return [];
      return distance === Infinity ? [] : [candidate(vocabulary, word, distance)];
    }),
  );
}

/** A foreign word is spelled with its vowels: «منجد» is not «managed». */
function lostVowels(latin: string, arabic: string): number {
  const spoken = latin.replace(/e$/, '').match(/[aeiou]+/g)?.length ?? 0;
  const written = arabic.match(/[اوي]/g)?.length ?? 0;
  return 0.25 * Math.max(0, spoken - written);
}

/** Two words written as one: the place where both halves are known and frequent. */
export function splitWord(sources: Sources, surface: string): Split | undefined {
  let found: (Split & { weight: number }) | undefined;
  if (surface.length > LONGEST_SPLIT) return undefined;
  for (let at = 3; at <= surface.length - 3; at += 1) {
    const halves = [surface.slice(0, at), surface.slice(at)] as const;
    if (!halves.some((half) => sources.vocabulary.find(half))) continue;
    const [left, right] = halves.map((half) => halfOf(sources, half));
    if (left === undefined || right === undefined) continue;
    const weight = Math.min(left.documents, right.documents);
    if (found !== undefined && found.weight >= weight) continue;
    const terms = [left.term, right.term];
    const score = 0.9 - FREQUENCY * Math.log2(1 + weight);
    found = { terms, written: `${left.written} ${right.written}`, weight, score };
  }
  return found;
}

function halfOf({ lexicon, vocabulary }: Sources, half: string): KnownWord | undefined {
  const word = vocabulary.find(half);
  if (word !== undefined) return { ...word, documents: 1 + vocabulary.documents(word.term) };
  const [token] = analyseText(lexicon, half);
  if (!token?.known || half.length < 4) return undefined;
  const { term, surface } = token;
  return { term, surface, written: half, documents: vocabulary.documents(term) };
}

function best(candidates: Correction[]): Correction[] {
  const found = new Map<string, Correction>();
  for (const one of candidates.sort((a, b) => a.score - b.score)) {
    if (!found.has(one.term)) found.set(one.term, one);
  }
  const [first, ...others] = found.values();
  if (first === undefined) return [];
  return [first, ...others.filter(({ score }) => score - first.score < NEXT)].slice(0, MOST);
}
