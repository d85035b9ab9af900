import type { Lexicon } from '../lexicon/lexicon.ts';
import { joinWords } from './join-words.ts';
import { readWord } from './read-word.ts';
import { splitWords, type Written } from './split-words.ts';
import { stemWord, weakStems } from './stem-word.ts';
import type { Token } from './types.ts';

/** Changes whenever the same text gives other terms: rows of an older version are indexed anew. */
export const analyzerVersion = 1;

/** Readings that cost this much more than the best are no longer readings. */
const NEXT_READING = 0.75;
const MOST_ALTERNATES = 3;
const MOST_REMEMBERED = 50_000;

type Meaning = Pick<Token, 'term' | 'alternates' | 'stop' | 'known' | 'parts'>;
const remembered = new WeakMap<Lexicon, Map<string, Meaning>>();

/** The words of a text with what the index holds for each, in their order. */
export function analyseText(lexicon: Lexicon, text: string): Token[] {
  return joinWords(lexicon, splitWords(text)).map((word) => ({
    surface: word.surface,
    start: word.start,
    end: word.end,
    ...meaningOf(lexicon, word),
  }));
}

/** Everything the index holds for a word: its term, the other readings and the parts it is made of. */
export function termsOf(token: Token): string[] {
  return [...new Set([token.term, ...token.alternates, ...token.parts])];
}

function meaningOf(lexicon: Lexicon, word: Written & { parts?: readonly Written[] }): Meaning {
  const memory = memoryOf(lexicon);
  const key = `${word.ownAlef ? '+' : ''}${word.surface} ${word.parts?.length ?? ''}`;
  const before = memory.get(key);
  if (before !== undefined) return before;
  const parts = word.parts?.map((part) => meaningOf(lexicon, part).term) ?? [];
  const found = { ...termAndAlternates(lexicon, word), parts };
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, found);
  return found;
}

function memoryOf(lexicon: Lexicon): Map<string, Meaning> {
  let memory = remembered.get(lexicon);
  if (memory === undefined) {
    memory = new Map();
    remembered.set(lexicon, memory);
  }
  return memory;
}

function termAndAlternates(lexicon: Lexicon, word: Written): Omit<Meaning, 'parts'> {
  const { surface, ownAlef } = word;
  const readings = readWord(lexicon, surface, ownAlef);
  const stop = isStop(lexicon, word);
  const [best] = readings;
  if (best === undefined) return { ...guess(lexicon, surface, ownAlef), stop, known: stop };
  const reach = best.whole ? 0.2 : NEXT_READING;
  const alternates = readings
    .slice(1, 1 + MOST_ALTERNATES)
    .filter(({ cost, term }) => cost - best.cost < reach && !differs(lexicon, term, best.term))
    .map(({ term }) => term);
  return { term: best.term, alternates, stop, known: true };
}

function differs(lexicon: Lexicon, a: string, b: string): boolean {
  return lexicon.confusable.has(`${a} ${b}`);
}

/** The light stem of a word outside the lexicon; not if only «ة» parts it from a known lemma. */
function guess(
  lexicon: Lexicon,
  surface: string,
  ownAlef: boolean,
): Pick<Token, 'term' | 'alternates'> {
  const stem = stemWord(surface, ownAlef);
  const term = surface.endsWith('ه') && lexicon.stems.has(stem) ? `${stem}ه` : stem;
  const alternates = weakStems(surface, ownAlef).filter((other) => other !== term);
  return { term, alternates: [...new Set(alternates)] };
}

/** «ماء» is no «ما»: a hamza that folding drops keeps a word from being a stop word. */
function isStop(lexicon: Lexicon, { surface, raw }: Written): boolean {
  return lexicon.stopWords.has(surface) && !/[اوي]ء$/.test(raw);
}
