import type { Lexicon, Stem } from '../lexicon/lexicon.ts';
import { endingOf, longestEnding, prefixes, type Affix } from './affixes.ts';

/** A word taken apart so that the lexicon knows what is left. */
export interface WordReading {
  term: string;
  cost: number;
  /** The whole word stands in the lexicon as it is. */
  whole: boolean;
  verb: boolean;
  /** A verb without the letter of a person: past, or asking somebody. */
  bare: boolean;
  loan: boolean;
}

/** Among readings that cost the same the first kind wins. */
const RANK: Readonly<Record<Stem['paradigm'], number>> = {
  loan: 0,
  latin: 0,
  noun: 0.01,
  feminine: 0.01,
  adjective: 0.02,
  agent: 0.03,
  'bound-feminine': 0.03,
  'plural-base': 0.03,
  plural: 0.04,
  bound: 0.05,
  defective: 0.06,
  verb: 0.1,
  past: 0.12,
};

/** Every way the lexicon can read a folded word, cheapest first, one for each term. */
export function readWord(lexicon: Lexicon, surface: string, ownAlef = false): WordReading[] {
  const found = new Map<string, WordReading>();
  for (const prefix of prefixes) {
    if (prefix.text.length > surface.length - 2) break;
    if (!surface.startsWith(prefix.text)) continue;
    if (ownAlef && prefix.kind === 'article' && prefix.text === 'ال') continue;
    readRest(lexicon, surface, { prefix, found });
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost);
}

interface Search {
  prefix: Affix;
  found: Map<string, WordReading>;
}

function readRest(lexicon: Lexicon, surface: string, search: Search): void {
  const from = search.prefix.text.length;
  const shortest = Math.max(from + 2, surface.length - longestEnding);
  for (let to = surface.length; to >= shortest; to -= 1) {
    const stems = lexicon.stems.get(surface.slice(from, to));
    if (stems === undefined) continue;
    const ending = surface.slice(to);
    for (const stem of stems) keepCheapest(search, stem, ending);
  }
}

function keepCheapest({ prefix, found }: Search, stem: Stem, text: string): void {
  if (!fits(prefix, stem)) return;
  const ending = endingOf(stem.paradigm, text);
  if (ending === undefined || (ending.pronoun && prefix.kind === 'article')) return;
  const cost = prefix.cost + ending.cost + stem.cost + RANK[stem.paradigm];
  if ((found.get(stem.term)?.cost ?? 9) <= cost) return;
  found.set(stem.term, {
    term: stem.term,
    cost,
    whole: prefix.text === '' && text === '',
    verb: stem.paradigm === 'verb' || stem.paradigm === 'past',
    bare: stem.paradigm === 'past',
    loan: stem.paradigm === 'loan' || stem.paradigm === 'latin',
  });
}

function fits(prefix: Affix, { paradigm, term }: Stem): boolean {
  if (paradigm === 'verb') {
    // «تصور» is a noun of its own, seldom «she photographs».
    return prefix.kind === 'person' && !(prefix.text === 'ت' && /^ت..ي.$/.test(term));
  }
  if (paradigm === 'past') return prefix.text === '' || prefix.text === 'و' || prefix.text === 'ف';
  if (paradigm === 'latin') return prefix.text === '';
  return prefix.kind !== 'person';
}
