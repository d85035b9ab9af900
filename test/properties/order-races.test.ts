import { verifyLedger } from '#ledger';
import { escrowCheck, guaranteeCheck, splitsCheck } from '#orders';
import { Refusal } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld, START } from '#test/world';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copier, openCopier } from './order-copies.ts';
import { after, type Model, type Move, newModel, type Party, ROWS, rowFor } from './order-model.ts';
import {
  expectSame,
  follow,
  look,
  lookAtAll,
  newPlay,
  perform,
  type Play,
  type Seen,
} from './order-play.ts';
import { type Pair, pairsOf } from './order-paths.ts';

const world = await aWorld();
/** How often each pair of acts is raced, over all the states where both are open; RACES=5 for a short look. */
const RACES = Number(process.env.RACES ?? 50);
/** Races at once: two acts each, so that every act has a connection and nobody waits for one. */
const LANES = 10;
const pairs = pairsOf(START.getTime());
const states = Map.groupBy(pairs, actsOf);
const sources = new Map<string, Promise<Source>>();
let copier: Copier;
let races = 0;

/** An order where both acts of a pair are open; the races are run over copies of it. */
interface Source {
  play: Play;
  model: Model;
  /** How many acts led there. */
  known: number;
}

beforeAll(async () => {
  copier = await openCopier(world);
});

afterAll(() => copier.close());

/** Leads a new order to where both acts are open; pairs of one place share it. */
function sourceOf({ path }: Pair): Promise<Source> {
  const name = JSON.stringify(path);
  const source = sources.get(name) ?? lead(path);
  sources.set(name, source);
  return source;
}

async function lead(path: Pair['path']): Promise<Source> {
  const play = await newPlay(world, new Map());
  let model = newModel(play.clock.now().getTime());
  for (const step of path) {
    if ('hours' in step) {
      play.clock.advance(step.hours * HOUR_MS);
      model = { ...model, now: play.clock.now().getTime() };
    } else {
      await perform(play, step);
      const row = rowFor(model, step);
      if (row) model = after(model, row, step);
    }
  }
  return { play, model, known: (await look(play)).history.length };
}

/** The two acts without the state they meet in. */
function actsOf({ first, second }: Pair): string {
  return [first, second].map(({ act, party }) => `${act} ${party}`).join(' and ');
}

/** The races of a pair of acts are shared out among its states. */
function timesOf(pair: Pair): number {
  return Math.ceil(RACES / (states.get(actsOf(pair))?.length ?? 1));
}

/** Whether the second act is still open when the first was done before it. */
function bothFit(model: Model, first: Move, second: Move): boolean {
  const row = rowFor(model, first);
  return row !== undefined && rowFor(after(model, row, first), second) !== undefined;
}

/** A word is said in any state; it is only counted as the first one where that still matters. */
const mayNotRefuse = (move: Move) => move.act === 'speak' || move.party === 'clock';
const isClock = (party: Party) => party === 'clock';

interface Raced {
  play: Play;
  moves: readonly Move[];
  outcomes: PromiseSettledResult<unknown>[];
}

/** Both acts at once; each of the two is begun first in half of the races. */
async function race(play: Play, pair: Pair, turn: number): Promise<Raced> {
  const moves = turn % 2 === 0 ? [pair.first, pair.second] : [pair.second, pair.first];
  const outcomes = await Promise.allSettled(moves.map((move) => perform(play, move)));
  return { play, moves, outcomes };
}

async function raceAll(plays: readonly Play[], pair: Pair): Promise<Raced[]> {
  const raced: Raced[] = [];
  const waiting = [...plays.entries()];
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      raced.push(await race(next[1], pair, next[0]));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return raced;
}

/** What happened is a walk through the table in one order or the other; who did not walk was told why. */
function judge({ play, moves, outcomes }: Raced, seen: Seen, { model, known }: Source): void {
  expectSame(play, follow(play, model, seen, known), seen);
  const happened = seen.history.slice(known);
  for (const [index, outcome] of outcomes.entries()) {
    const move = moves[index] as Move;
    const did = happened.some(({ act, party }) => act === move.act && party === move.party);
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toBeInstanceOf(Refusal);
      expect(outcome.reason).toMatchObject({ status: 409, code: expect.stringMatching(/^order-/) });
      expect(did).toBe(false);
    } else if (!mayNotRefuse(move)) expect(did).toBe(true);
  }
  const [first, second] = moves as [Move, Move];
  const bothMay = bothFit(model, first, second) || bothFit(model, second, first);
  if (!bothMay) expect(happened.length, 'exactly one wins').toBeLessThanOrEqual(1);
  const people = happened.filter(({ party }) => !isClock(party)).length;
  if (!isClock(first.party) && !isClock(second.party)) expect(people).toBeGreaterThan(0);
}

describe('every pair of acts that two can do at once', () => {
  it('is found from the table', () => {
    // Each act of each party is part of a race.
    const raced = new Set(
      pairs.flatMap(({ first, second }) => [first, second].map((one) => `${one.act} ${one.party}`)),
    );
    const alone = ROWS.map(({ row, party }) => `${row.act} ${party}`).filter(
      (name) => !raced.has(name),
    );
    process.stdout.write(
      `races: ${states.size} pairs of acts in ${pairs.length} places, each pair ${RACES} times or more; never beside another: ${[...new Set(alone)].join(', ')}\n`,
    );
    expect(alone).toEqual([]);
  });

  it.each(pairs)('$name: one wins, the other is told why', async (pair) => {
    const source = await sourceOf(pair);
    const raced = await raceAll(await copier.copy(source.play, timesOf(pair)), pair);
    const seen = await lookAtAll(raced.map(({ play }) => play));
    expect(seen).toHaveLength(timesOf(pair));
    for (const [index, one] of raced.entries()) judge(one, seen[index] as Seen, source);
    races += raced.length;
  });

  // Nothing in a ledger that is only added to can be made good later: once, over all of them, is enough.
  it('leaves the ledger true after all of them', async () => {
    const checks = [escrowCheck, splitsCheck, guaranteeCheck];
    expect(await verifyLedger(world.ctx, checks)).toMatchObject({ ok: true, differences: [] });
    expect(races).toBe(pairs.reduce((sum, pair) => sum + timesOf(pair), 0));
    expect(races).toBeGreaterThanOrEqual(states.size * RACES);
  });
});
