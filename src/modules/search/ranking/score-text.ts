import type { Alternative, Group, Plan } from '../analysis/types.ts';
import { readTitleWords, type TitleWord } from './title-words.ts';

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

interface Place {
  weight: number;
  /** First and last word in the title; -1 when it stands elsewhere. */
  from: number;
  to: number;
}

/** Judges a title (the column `title_words`) against a plan; words of `dropped` groups need not be there. */
export function scoreText(
  plan: Pick<Plan, 'groups'>,
  titleWords: string,
  dropped: ReadonlySet<number> = new Set(),
): TextScore {
  const { title, tags } = readTitleWords(titleWords);
  const places = plan.groups.map((group, index) =>
    placeOf(group, { title, tags, missing: group.optional || dropped.has(index) }),
  );
  const shares = plan.groups.map((group) => (group.optional ? OPTIONAL_SHARE : 1));
  const weighed = places.reduce(
    (sum, place, index) => sum + place.weight * (shares[index] ?? 1),
    0,
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const text = whole === 0 ? 0 : weighed / whole;
  const adjacency = adjacencyOf(places);
  const found = new Set(places.flatMap(({ from, to }) => rangeOf(from, to)));
  const cover = title.length === 0 ? 0 : found.size / title.length;
  const stuffed = repeats(title) >= 2;
  const total = text * (1 + ADJACENCY * adjacency + COVER * cover) * (stuffed ? STUFFED : 1);
  return { text, adjacency, cover, stuffed, total };
}

function placeOf(
  group: Group,
  given: { title: readonly TitleWord[]; tags: readonly TitleWord[]; missing: boolean },
): Place {
  const inTitle = bestIn(group, given.title);
  if (inTitle.weight > IN_TAGS) return inTitle;
  const inTags = bestIn(group, given.tags).weight * IN_TAGS;
  const elsewhere = given.missing ? 0 : ELSEWHERE;
  const weight = Math.max(inTags, elsewhere);
  return weight > inTitle.weight ? { weight, from: inTitle.from, to: inTitle.to } : inTitle;
}

function bestIn(group: Group, words: readonly TitleWord[]): Place {
  let best: Place = { weight: 0, from: -1, to: -1 };
  const { surfaces } = group;
  for (let from = 0; from + surfaces.length <= words.length; from += 1) {
    if (surfaces.every((surface, index) => words[from + index]?.surface === surface))
      return { weight: 1, from, to: from + surfaces.length - 1 };
  }
  for (const alternative of group.alternatives) {
    if (alternative.weight <= best.weight) continue;
    const place = alternativeIn(alternative, words);
    if (place.weight > best.weight) best = place;
  }
  return best;
}

function alternativeIn({ terms, weight }: Alternative, words: readonly TitleWord[]): Place {
  let from = Number.MAX_SAFE_INTEGER;
  let to = -1;
  let atMost = LEMMA_AT_MOST;
  for (const term of terms) {
    let at = words.findIndex((word) => word.term === term);
    if (at === -1) {
      at = words.findIndex((word) => word.alternates.includes(term));
      if (at === -1) return { weight: 0, from: -1, to: -1 };
      atMost = ALTERNATE_AT_MOST;
    }
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { weight: Math.min(weight, atMost), from, to };
}

/** The next word right behind counts 1, later in the title 0.35. */
function adjacencyOf(places: readonly Place[]): number {
  const standing = places.filter(({ from }) => from >= 0);
  if (places.length < 2) return 0;
  let sum = 0;
  for (let index = 1; index < standing.length; index += 1) {
    const before = standing[index - 1];
    const here = standing[index];
    if (!before || !here || here.from <= before.to) continue;
    sum += here.from === before.to + 1 ? 1 : 0.35;
  }
  return sum / (places.length - 1);
}

function rangeOf(from: number, to: number): number[] {
  return from < 0 ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function repeats(title: readonly TitleWord[]): number {
  return title.length - new Set(title.map(({ term }) => term)).size;
}
