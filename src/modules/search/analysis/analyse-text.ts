import type { Lexicon } from '../lexicon/lexicon.ts';
import { foldWord } from './fold-word.ts';
import { joinWords } from './join-words.ts';
import { singularsOf } from './plural-patterns.ts';
import { readWord, type WordReading } from './read-word.ts';
import { splitWords, type Written } from './split-words.ts';
import { spellingKey } from './spelling-key.ts';
import { stemWord, weakStems } from './stem-word.ts';
import type { Token } from './types.ts';

/** Changes whenever the same text gives other terms: rows of an older version are indexed anew. */
export const analyzerVersion = 1;

/** Readings that cost this much more than the best are no longer readings. */
const NEXT_READING = 0.75;
/** Beside a whole word only its like: «مسرحية» is a noun, and what is feminine of «مسرحي». */
const WHOLE_NEXT = 0.55;
/** Dearer readings explain too much away: «بلوزة» is not «with his almonds». */
const DEAREST_READING = 2.35;
const MOST_ALTERNATES = 3;
const MOST_REMEMBERED = 50_000;

type Meaning = Pick<Token, 'term' | 'alternates' | 'stop' | 'known' | 'parts'>;
const remembered = new WeakMap<Lexicon, Map<string, Meaning>>();

/** The words of a text with what the index holds for each, in their order. */
export function analyseText(lexicon: Lexicon, text: string): Token[] {
  const words = splitWords(text);
  const read = text.includes('چ') ? words.map((word) => withPersianChe(lexicon, word)) : words;
  const tokens = joinWords(lexicon, read).map((word) => {
    const { term, alternates, parts, stop, known } = meaningOf(lexicon, word);
    const { surface, start, end } = word;
    return { surface, term, alternates, parts, start, end, stop, known };
  });
  markStopPhrases(lexicon, tokens);
  return tokens;
}

/** «چ» is ج to some and ش to others («چات»): the reading that is known. */
function withPersianChe(lexicon: Lexicon, word: Written): Written {
  if (!word.raw.includes('چ') || readWord(lexicon, word.surface).length > 0) return word;
  const spellings = ['ش', 'تش'].map((letters) => foldWord(word.raw.replaceAll('چ', letters)));
  const known = spellings.find((surface) => readWord(lexicon, surface).length > 0);
  return known === undefined ? word : { ...word, surface: known };
}

/** «لو سمحت»: words that say nothing together. */
function markStopPhrases({ stopPhrases }: Lexicon, tokens: Token[]): void {
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const phrases = stopPhrases.get(tokens[at]?.surface ?? '');
    const said = phrases?.find((words) =>
      words.every((word, place) => tokens[at + place]?.surface === word),
    );
    for (let place = 0; place < (said?.length ?? 0); place += 1) {
      const token = tokens[at + place];
      if (token !== undefined) token.stop = true;
    }
  }
}

/** Everything the index holds for a word: its term, the other readings and the parts it is made of. */
export function termsOf(token: Token): string[] {
  return [...new Set([token.term, ...token.alternates, ...token.parts])];
}

function meaningOf(lexicon: Lexicon, word: Written & { parts?: readonly Written[] }): Meaning {
  const memory = memoryOf(lexicon);
  const how = `${word.ownAlef ? '+' : ''}${word.parts === undefined ? '' : '~'}`;
  const key = how === '' ? word.surface : how + word.surface;
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
  if (best === undefined || best.cost > DEAREST_READING) {
    return { ...guess(lexicon, surface, ownAlef), stop, known: stop };
  }
  const reach = best.whole ? WHOLE_NEXT : NEXT_READING;
  const others = readings
    .slice(1, 1 + MOST_ALTERNATES)
    .filter(({ cost, term }) => cost - best.cost < reach && !differs(lexicon, term, best.term))
    .map(({ term }) => term);
  for (const noun of lexicon.relations.get(best.term) ?? []) {
    if (!others.includes(noun)) others.push(noun);
  }
  if (!best.verb) return { term: best.term, alternates: others, stop, known: true };
  return { ...withNoun(guess(lexicon, surface, ownAlef).term, best, others), stop, known: true };
}

/** A verb may be a noun that nobody listed («حسن»): without a person's letter that comes first. */
function withNoun(
  noun: string,
  verb: WordReading,
  others: readonly string[],
): Pick<Token, 'term' | 'alternates'> {
  const [term, next] = verb.bare ? [noun, verb.term] : [verb.term, noun];
  return { term, alternates: [...new Set([next, ...others])].filter((other) => other !== term) };
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
  const loan = lexicon.loanKeys.get(spellingKey(surface));
  const alternates = [
    ...(loan === undefined ? [] : [loan]),
    ...knownSingulars(lexicon, surface),
    ...weakStems(surface, ownAlef),
  ];
  return { term, alternates: [...new Set(alternates)].filter((other) => other !== term) };
}

/** A broken plural that nobody listed: nouns that could have it. */
function knownSingulars({ stems }: Lexicon, surface: string): string[] {
  const bare = surface.replace(/^(?:وال|بال|لل|ال)(?=.{4})/, '');
  return singularsOf(bare)
    .flatMap((singular) => stems.get(singular) ?? [])
    .filter(({ paradigm }) => paradigm === 'noun' || paradigm === 'feminine')
    .map(({ term }) => term)
    .slice(0, 2);
}

/**
 * «ماء» is no «ما»: a hamza that folding drops keeps a word from being a stop word. What is one for
 * one person is one for all («احتاج», «نحتاج»), and behind «و».
 */
function isStop({ stopWords }: Lexicon, { surface, raw }: Written): boolean {
  if (/[اوي]ء$/.test(raw)) return false;
  if (stopWords.has(surface)) return true;
  const rest = surface.slice(1);
  if (surface.startsWith('و') && rest.length > 1 && stopWords.has(rest)) return true;
  return /^[نيت]/.test(surface) && stopWords.has(`ا${rest}`) && rest.length > 3;
}
