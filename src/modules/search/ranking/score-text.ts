import type { Alternative, Group, Plan } from '../analysis/types.ts';
import { readTitleWords, type TitleWord, type TitleWords } from './title-words.ts';

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

/** Judges a title (the column `title_words`, read or not) against a plan; words of `dropped` groups need not be there. */
export function scoreText(
  plan: Pick<Plan, 'groups'>,
  titleWords: string | TitleWords,
  dropped: ReadonlySet<number> = new Set(),
): TextScore {
  const words = typeof titleWords === 'string' ? readTitleWords(titleWords) : titleWords;
  return new TextScorer(plan, dropped).score(words);
}

/** Judges many titles against one plan; it allocates next to nothing for each. */
export class TextScorer {
  readonly #groups: readonly Group[];
  /** Whether the group's word need not be there. */
  readonly #missing: readonly boolean[];
  readonly #shares: readonly number[];
  readonly #whole: number;
  /** First and last word of each group in the title; -1 when it stands elsewhere. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  // What `#find` found: weight, first and last word.
  #weight = 0;
  #first = -1;
  #last = -1;

  constructor({ groups }: Pick<Plan, 'groups'>, dropped: ReadonlySet<number>) {
    this.#groups = groups;
    this.#missing = groups.map((group, index) => group.optional || dropped.has(index));
    this.#shares = groups.map((group) => (group.optional ? OPTIONAL_SHARE : 1));
    this.#whole = this.#shares.reduce((sum, share) => sum + share, 0);
    this.#from = new Int32Array(groups.length);
    this.#to = new Int32Array(groups.length);
  }

  score({ title, tags }: TitleWords): TextScore {
    let weighed = 0;
    for (let index = 0; index < this.#groups.length; index += 1)
      weighed += this.#place(index, title, tags) * (this.#shares[index] ?? 1);
    const text = this.#whole === 0 ? 0 : weighed / this.#whole;
    const adjacency = this.#adjacency();
    const cover = title.length === 0 ? 0 : this.#covered(title.length) / title.length;
    const stuffed = repeats(title) >= 2;
    const total = text * (1 + ADJACENCY * adjacency + COVER * cover) * (stuffed ? STUFFED : 1);
    return { text, adjacency, cover, stuffed, total };
  }

  /** Notes where a group stands; answers what that counts. */
  #place(index: number, title: readonly TitleWord[], tags: readonly TitleWord[]): number {
    const group = this.#groups[index];
    if (!group) return 0;
    this.#find(group, title);
    const inTitle = this.#weight;
    this.#from[index] = this.#first;
    this.#to[index] = this.#last;
    if (inTitle > IN_TAGS) return inTitle;
    this.#find(group, tags);
    return Math.max(inTitle, this.#weight * IN_TAGS, this.#missing[index] ? 0 : ELSEWHERE);
  }

  #find({ surfaces, alternatives }: Group, words: readonly TitleWord[]): void {
    this.#weight = 0;
    this.#first = -1;
    this.#last = -1;
    for (let from = 0; from + surfaces.length <= words.length; from += 1) {
      if (!standsAt(surfaces, words, from)) continue;
      this.#weight = 1;
      this.#first = from;
      this.#last = from + surfaces.length - 1;
      return;
    }
    for (const alternative of alternatives)
      if (alternative.weight > this.#weight) this.#tryAlternative(alternative, words);
  }

  #tryAlternative({ terms, weight }: Alternative, words: readonly TitleWord[]): void {
    let from = Number.MAX_SAFE_INTEGER;
    let to = -1;
    let atMost = LEMMA_AT_MOST;
    for (const term of terms) {
      let at = indexOfTerm(words, term);
      if (at === -1) {
        at = indexOfAlternate(words, term);
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

function standsAt(surfaces: readonly string[], words: readonly TitleWord[], from: number): boolean {
  for (let at = 0; at < surfaces.length; at += 1)
    if (words[from + at]?.surface !== surfaces[at]) return false;
  return true;
}

function indexOfTerm(words: readonly TitleWord[], term: string): number {
  for (let at = 0; at < words.length; at += 1) if (words[at]?.term === term) return at;
  return -1;
}

function indexOfAlternate(words: readonly TitleWord[], term: string): number {
  for (let at = 0; at < words.length; at += 1) if (words[at]?.alternates.includes(term)) return at;
  return -1;
}

/** How many words of a title stand there a second time. */
function repeats(title: readonly TitleWord[]): number {
  let repeated = 0;
  for (let at = 1; at < title.length; at += 1)
    if (indexOfTerm(title, title[at]?.term ?? '') < at) repeated += 1;
  return repeated;
}
