/** Numbers for words: the same word has the same number. */
export class WordNumbers {
  readonly #numberOf: Map<string, number>;

  constructor(words: readonly string[] = []) {
    this.#numberOf = new Map(words.map((word, number) => [word, number]));
  }

  /** The number of a word; -1 for one that has none. */
  of(word: string): number {
    return this.#numberOf.get(word) ?? -1;
  }

  /** The number of a word, which gets one now if it has none. */
  add(word: string): number {
    const known = this.#numberOf.get(word);
    if (known !== undefined) return known;
    const number = this.#numberOf.size;
    this.#numberOf.set(word, number);
    return number;
  }

  /** All words in the order of their numbers. */
  words(): string[] {
    return [...this.#numberOf.keys()];
  }
}

/**
 * A title and its tags as the second phase of ranking reads them, in numbers of words, from a place on:
 * for the title and then for the tags how many words and how many alternates; then for each of the two
 * the surfaces, the terms, and for each alternate the place of its word and its term.
 */
export interface NumberedTitle {
  words: Uint32Array;
  at: number;
}

/** Reads the column `title_words`: words as `surface/term/alternate,alternate`, title and tags by a tab. */
export function readTitle(text: string, numbers: WordNumbers): NumberedTitle {
  return { words: Uint32Array.from(numberTitle(text, numbers)), at: 0 };
}

/** The numbers that a `NumberedTitle` is read from. */
export function numberTitle(text: string, numbers: WordNumbers): number[] {
  const [title = '', tags = ''] = text.split('\t');
  const [inTitle, inTags] = [readPart(title, numbers), readPart(tags, numbers)];
  return [...countsOf(inTitle), ...countsOf(inTags), ...wordsOf(inTitle), ...wordsOf(inTags)];
}

interface Part {
  surfaces: number[];
  terms: number[];
  /** Places and terms in turns. */
  alternates: number[];
}

const countsOf = ({ terms, alternates }: Part) => [terms.length, alternates.length / 2];
const wordsOf = ({ surfaces, terms, alternates }: Part) => [...surfaces, ...terms, ...alternates];

function readPart(text: string, numbers: WordNumbers): Part {
  const part: Part = { surfaces: [], terms: [], alternates: [] };
  if (text === '') return part;
  for (const word of text.split(' ')) {
    const [surface = '', term = surface, alternates] = word.split('/');
    for (const alternate of alternates?.split(',') ?? [])
      part.alternates.push(part.terms.length, numbers.add(alternate));
    part.surfaces.push(numbers.add(surface));
    part.terms.push(numbers.add(term));
  }
  return part;
}
