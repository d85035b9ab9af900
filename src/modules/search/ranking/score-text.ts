import type { Plan } from '../analysis/types.ts';
import { type NumberedTitle, readTitle, WordNumbers } from './title-words.ts';

/** What a word counts that is found in the tags, or in the description alone. */
const IN_TAGS = 0.5;
const ELSEWHERE = 0.34;
/** What a stop word of the question counts beside a real one. */
const OPTIONAL_SHARE = 0.15;
const ALTERNATE_AT_MOST = 0.8;
const LEMMA_AT_MOST = 0.93;
/** What words in their order add, a title of nothing else, and a title that repeats itself. */
const ADJACENCY = 0.18;
const COVER = 0.06;
const STUFFED = 0.8;

/** The weights of the words, as the page on ranking says them. */
export const textWeights = {
  lemma: LEMMA_AT_MOST,
  alternate: ALTERNATE_AT_MOST,
  tags: IN_TAGS,
  description: ELSEWHERE,
  adjacency: ADJACENCY,
  cover: COVER,
  stuffed: STUFFED,
} as const;

/** How well a title answers a question; see docs/decisions/0010 for the formula. */
export interface TextScore {
  /** 0 to 1: mean over the question's words. */
  text: number;
  /** 0 to 1: how far they follow one another. */
  adjacency: number;
  /** 0 to 1: share of the title that was asked for. */
  cover: number;
  /** A title that repeats itself counts less. */
  stuffed: boolean;
  /** All of it together: what quality is multiplied with. */
  total: number;
}

/** Judges a title (the column `title_words`) against a plan; words of `dropped` groups need not be there. */
export function scoreText(
  plan: Pick<Plan, 'groups'>,
  titleWords: string,
  dropped: ReadonlySet<number> = new Set(),
): TextScore {
  const numbers = new WordNumbers();
  const title = readTitle(titleWords, numbers);
  return new TextScorer(plan, dropped, numbers).score(title);
}

/** A group of a question in the numbers of the titles' words. */
interface NumberedGroup {
  surfaces: readonly number[];
  alternatives: readonly { terms: readonly number[]; weight: number }[];
}

/** Where the words of a title, or of its tags, stand. */
interface Part {
  surfaces: number;
  terms: number;
  count: number;
  alternates: number;
  end: number;
}

/**
 * Judges many titles against one plan; it allocates nothing for their words. `numbers` are those of the
 * titles: all of them must be numbered before.
 */
export class TextScorer {
  readonly #groups: readonly NumberedGroup[];
  /** Whether the group's word need not be there. */
  readonly #missing: readonly boolean[];
  readonly #shares: readonly number[];
  readonly #whole: number;
  /** First and last word of each group in the title; -1 when it stands elsewhere. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  // The title that is judged, and its parts.
  #words = new Uint32Array(0);
  readonly #title: Part = { surfaces: 0, terms: 0, count: 0, alternates: 0, end: 0 };
  readonly #tags: Part = { ...this.#title };
  // What `#find` found: weight, first and last word.
  #weight = 0;
  #first = -1;
  #last = -1;

  constructor(
    { groups }: Pick<Plan, 'groups'>,
    dropped: ReadonlySet<number>,
    numbers: Pick<WordNumbers, 'of'>,
  ) {
    const numbered = (words: readonly string[]) => words.map((word) => numbers.of(word));
    this.#groups = groups.map(({ surfaces, alternatives }) => ({
      surfaces: numbered(surfaces),
      alternatives: alternatives.map(({ terms, weight }) => ({ terms: numbered(terms), weight })),
    }));
    this.#missing = groups.map((group, index) => group.optional || dropped.has(index));
    this.#shares = groups.map((group) => (group.optional ? OPTIONAL_SHARE : 1));
    this.#whole = this.#shares.reduce((sum, share) => sum + share, 0);
    this.#from = new Int32Array(groups.length);
    this.#to = new Int32Array(groups.length);
  }

  score({ words, at }: NumberedTitle): TextScore {
    this.#words = words as Uint32Array<ArrayBuffer>;
    part(this.#title, { from: at + 4, count: words[at] ?? 0, alternates: words[at + 1] ?? 0 });
    const { end: from } = this.#title;
    part(this.#tags, { from, count: words[at + 2] ?? 0, alternates: words[at + 3] ?? 0 });
    const { count } = this.#title;
    let weighed = 0;
    for (let index = 0; index < this.#groups.length; index += 1)
      weighed += this.#place(index) * (this.#shares[index] ?? 1);
    const text = this.#whole === 0 ? 0 : weighed / this.#whole;
    const adjacency = this.#adjacency();
    const cover = count === 0 ? 0 : this.#covered(count) / count;
    const stuffed = this.#repeats() >= 2;
    const total = text * (1 + ADJACENCY * adjacency + COVER * cover) * (stuffed ? STUFFED : 1);
    return { text, adjacency, cover, stuffed, total };
  }

  /** Notes where a group stands; answers what that counts. */
  #place(index: number): number {
    const group = this.#groups[index];
    if (!group) return 0;
    this.#find(group, this.#title);
    const inTitle = this.#weight;
    this.#from[index] = this.#first;
    this.#to[index] = this.#last;
    if (inTitle > IN_TAGS) return inTitle;
    this.#find(group, this.#tags);
    return Math.max(inTitle, this.#weight * IN_TAGS, this.#missing[index] ? 0 : ELSEWHERE);
  }

  #find({ surfaces, alternatives }: NumberedGroup, words: Part): void {
    this.#weight = 0;
    this.#first = -1;
    this.#last = -1;
    for (let from = 0; from + surfaces.length <= words.count; from += 1) {
      if (!this.#standsAt(surfaces, words.surfaces + from)) continue;
      this.#weight = 1;
      this.#first = from;
      this.#last = from + surfaces.length - 1;
      return;
    }
    for (const alternative of alternatives)
      if (alternative.weight > this.#weight) this.#tryAlternative(alternative, words);
  }

  #tryAlternative({ terms, weight }: NumberedGroup['alternatives'][number], words: Part): void {
    let from = Number.MAX_SAFE_INTEGER;
    let to = -1;
    let atMost = LEMMA_AT_MOST;
    for (const term of terms) {
      let at = this.#indexOfTerm(words, term);
      if (at === -1) {
        at = this.#indexOfAlternate(words, term);
        if (at === -1) return;
        atMost = ALTERNATE_AT_MOST;
      }
      if (at < from) from = at;
      if (at > to) to = at;
    }
    const found = Math.min(weight, atMost);
    if (found <= this.#weight) return;
    this.#weight = found;
    this.#first = from;
    this.#last = to;
  }

  #standsAt(surfaces: readonly number[], from: number): boolean {
    for (let at = 0; at < surfaces.length; at += 1)
      if (this.#words[from + at] !== surfaces[at]) return false;
    return true;
  }

  #indexOfTerm({ terms, count }: Part, term: number): number {
    for (let at = 0; at < count; at += 1) if (this.#words[terms + at] === term) return at;
    return -1;
  }

  #indexOfAlternate({ alternates, end }: Part, term: number): number {
    for (let at = alternates; at < end; at += 2)
      if (this.#words[at + 1] === term) return this.#words[at] ?? -1;
    return -1;
  }

  /** How many words of the title stand there a second time. */
  #repeats(): number {
    const { terms, count } = this.#title;
    let repeated = 0;
    for (let at = 1; at < count; at += 1)
      if (this.#indexOfTerm(this.#title, this.#words[terms + at] ?? -1) < at) repeated += 1;
    return repeated;
  }

  /** The next word right behind counts 1, later in the title 0.35. */
  #adjacency(): number {
    const groups = this.#groups.length;
    if (groups < 2) return 0;
    let sum = 0;
    let before = -1;
    for (let index = 0; index < groups; index += 1) {
      const from = this.#from[index] ?? -1;
      if (from < 0) continue;
      if (before >= 0 && from > before) sum += from === before + 1 ? 1 : 0.35;
      before = this.#to[index] ?? -1;
    }
    return sum / (groups - 1);
  }

  /** How many words of the title were asked for. */
  #covered(length: number): number {
    let covered = 0;
    for (let word = 0; word < length; word += 1) {
      for (let index = 0; index < this.#groups.length; index += 1) {
        if (word < (this.#from[index] ?? 0) || word > (this.#to[index] ?? -1)) continue;
        if ((this.#from[index] ?? -1) >= 0) covered += 1;
        break;
      }
    }
    return covered;
  }
}

function part(of: Part, given: { from: number; count: number; alternates: number }): void {
  const { from, count } = given;
  of.surfaces = from;
  of.count = count;
  of.terms = from + count;
  of.alternates = from + 2 * count;
  of.end = of.alternates + 2 * given.alternates;
}
