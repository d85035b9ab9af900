import { type Chance, weighted } from '../chance.ts';

/** Endings of «my, your, our …» and how often each is met. */
const OWNERS = [
  ['ك', 30],
  ['كم', 18],
  ['ها', 16],
  ['ه', 14],
  ['نا', 10],
  ['هم', 7],
  ['ي', 5],
] as const;

const ONE_WORD = /^[\u0621-\u064a]{3,}$/u;

/**
 * A noun as it stands in a sentence: mostly bare, else with the article, somebody's, or many of it.
 * Phrases of several words and foreign words stay as they are.
 */
export function inflected(chance: Chance, noun: string): string {
  if (!ONE_WORD.test(noun) || noun.startsWith('ال')) return noun;
  const form = weighted(chance, [
    ['bare', 50],
    ['definite', 24],
    ['owned', 14],
    ['many', 6],
    ['related', 4],
    ['two', 2],
  ]);
  const stem = noun.endsWith('ة') ? noun.slice(0, -1) : noun;
  const bound = noun.endsWith('ة') ? `${stem}ت` : noun;
  switch (form) {
    case 'definite':
      return `ال${noun}`;
    case 'owned':
      return bound + weighted(chance, OWNERS);
    case 'many':
      if (/(?:ات|ين|ون)$/u.test(noun)) return `ال${noun}`;
      return `${chance() < 0.4 ? 'ال' : ''}${stem}ات`;
    case 'related':
      return `${stem}${chance() < 0.5 ? 'ية' : 'ي'}`;
    case 'two':
      return `${bound}ين`;
    default:
      return noun;
  }
}

/** What the seller does, of a verb in the third person: I do, we do, I shall. */
export function conjugated(chance: Chance, verb: string): string {
  const stem = verb.startsWith('أ') ? verb.slice(1) : verb.startsWith('ا') ? verb.slice(1) : verb;
  return weighted(chance, [
    [`أ${stem}`, 46],
    [`ن${stem}`, 26],
    [`سأ${stem}`, 14],
    [`سن${stem}`, 8],
    [`${verb}ت`, 6],
  ]);
}
