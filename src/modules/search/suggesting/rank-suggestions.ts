import { longestPrefix, suggestionKey } from './suggestion-key.ts';
import type { Suggestion } from './suggest.ts';

/** A completion with what it is worth among others. */
export interface RatedSuggestion extends Suggestion {
  weight: number;
}

export interface PlacedSuggestion extends Suggestion {
  prefix: string;
  place: number;
  /** The whole key, to go on comparing when more letters are typed than are kept. */
  folded: string;
}

/** More are kept than are shown: what is typed beyond the prefix sorts most of them out. */
const KEPT = 24;
const MOST_OF_KIND: Readonly<Record<Suggestion['kind'], number>> = {
  query: KEPT,
  category: 3,
  seller: 3,
};

/** The best completions of every beginning, in their order. */
export function rankSuggestions(candidates: readonly RatedSuggestion[]): PlacedSuggestion[] {
  const byPrefix = new Map<string, { folded: string; candidate: RatedSuggestion }[]>();
  const best = candidates.toSorted(
    (one, other) => other.weight - one.weight || (one.label < other.label ? -1 : 1),
  );
  for (const candidate of best) {
    const folded = suggestionKey(candidate.label);
    for (let length = 1; length <= Math.min(longestPrefix, folded.length); length += 1)
      keep(byPrefix, folded.slice(0, length), { folded, candidate });
  }
  return [...byPrefix].flatMap(([prefix, kept]) =>
    kept.map(({ folded, candidate: { weight: _weight, ...rest } }, place) => ({
      ...rest,
      prefix,
      place,
      folded,
    })),
  );
}

function keep(
  byPrefix: Map<string, { folded: string; candidate: RatedSuggestion }[]>,
  prefix: string,
  one: { folded: string; candidate: RatedSuggestion },
): void {
  const kept = byPrefix.get(prefix) ?? [];
  byPrefix.set(prefix, kept);
  const { kind } = one.candidate;
  const ofKind = kept.filter(({ candidate }) => candidate.kind === kind);
  if (kept.length >= KEPT || ofKind.length >= MOST_OF_KIND[kind]) return;
  // The same words in two spellings are one line.
  if (ofKind.some(({ folded }) => folded === one.folded)) return;
  kept.push(one);
}
