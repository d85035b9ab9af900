import { HOUR_MS } from '#platform/time';
import { after, isOver, type Model, type Move, MOVES, newModel, rowFor } from './order-model.ts';

/** A step of a path: an act of somebody, or hours in which no clock was rung. */
export type PathStep = Move | { hours: number };

interface Place {
  model: Model;
  path: readonly PathStep[];
}

/** Two acts that two people, or a person and time, may do at the same moment, and how to come there. */
export interface Pair {
  name: string;
  first: Move;
  second: Move;
  path: readonly PathStep[];
}

const WAITS = [25, 49, 73, 7 * 24, 14 * 24] as const;
const MAX_PLACES = 200_000;

/**
 * Every pair of acts of two different parties that is open at once somewhere, with the shortest way
 * there: the model is walked in breadth, no database is asked.
 */
export function pairsOf(now: number): Pair[] {
  const pairs = new Map<string, Pair>();
  const seen = new Set<string>();
  let border: Place[] = [{ model: newModel(now), path: [] }];
  while (border.length > 0 && seen.size < MAX_PLACES) {
    const next: Place[] = [];
    for (const place of border) {
      const sign = signOf(place.model);
      if (seen.has(sign)) continue;
      seen.add(sign);
      notePairs(place, pairs);
      next.push(...neighbours(place));
    }
    border = next;
  }
  return [...pairs.values()];
}

const openMoves = (model: Model) =>
  MOVES.flatMap((move) => {
    const row = rowFor(model, move);
    return row ? [{ ...move, row }] : [];
  });

/** Places are alike when the same acts lead on from them and as much of each count is used up. */
function signOf(model: Model): string {
  const open = openMoves(model).map(({ act, party, row }) => `${act} ${party} ${row.to}`);
  const { state, changesUsed, extensionsAsked } = model;
  return JSON.stringify([state, changesUsed, extensionsAsked, open]);
}

function notePairs({ model, path }: Place, pairs: Map<string, Pair>): void {
  const open = openMoves(model);
  for (const [index, one] of open.entries()) {
    for (const other of open.slice(index + 1)) {
      if (one.party === other.party) continue;
      const name = `${model.state}: ${one.act} by ${one.party} and ${other.act} by ${other.party}`;
      if (pairs.has(name)) continue;
      const [first, second] = [one, other].map(({ row: _row, ...move }) => move);
      if (first && second) pairs.set(name, { name, first, second, path });
    }
  }
}

function neighbours({ model, path }: Place): Place[] {
  if (isOver(model.state)) return [];
  const acted = openMoves(model)
    .filter(({ party }) => party !== 'clock')
    .map(({ row, ...move }) => ({ model: after(model, row, move), path: [...path, move] }));
  // Hours pass only once between two acts: more would lead nowhere new.
  const last = path.at(-1);
  if (last && 'hours' in last) return acted;
  const waited = WAITS.map((hours) => ({
    model: { ...model, now: model.now + hours * HOUR_MS },
    path: [...path, { hours }],
  }));
  return [...acted, ...waited];
}
