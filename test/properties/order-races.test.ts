import { verifyLedger } from '#ledger';
import { escrowCheck, guaranteeCheck, splitsCheck } from '#orders';
import { Refusal } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld, START } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { after, type Model, type Move, newModel, type Party, ROWS, rowFor } from './order-model.ts';
import { expectSame, follow, look, newPlay, perform, type Play } from './order-play.ts';
import { type Pair, pairsOf } from './order-paths.ts';

const world = await aWorld();
/** How often each pair is raced; RACES=50 for a long look. */
const RACES = Number(process.env.RACES ?? 5);
const pairs = pairsOf(START.getTime());

/** Leads a new order to where both acts are open. */
async function lead(path: Pair['path']): Promise<{ play: Play; model: Model }> {
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
  return { play, model };
}

/** Whether the second act is still open when the first was done before it. */
function bothFit(model: Model, first: Move, second: Move): boolean {
  const row = rowFor(model, first);
  return row !== undefined && rowFor(after(model, row, first), second) !== undefined;
}

/** A word is said in any state; it is only counted as the first one where that still matters. */
const mayNotRefuse = (move: Move) => move.act === 'speak' || move.party === 'clock';

async function race({ first, second, path }: Pair): Promise<void> {
  const { play, model } = await lead(path);
  const before = await look(play);
  const moves = Math.random() < 0.5 ? [first, second] : [second, first];
  const outcomes = await Promise.allSettled(moves.map((move) => perform(play, move)));
  const seen = await look(play);
  // What happened is a walk through the table in one order or the other; `follow` refuses all else.
  const known = before.history.length;
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
  const people = happened.filter(({ party }) => party !== 'clock').length;
  const bothMay = bothFit(model, first, second) || bothFit(model, second, first);
  if (!bothMay) expect(happened.length, 'exactly one wins').toBeLessThanOrEqual(1);
  if (!isClock(first.party) && !isClock(second.party)) expect(people).toBeGreaterThan(0);
}

const isClock = (party: Party) => party === 'clock';

afterAll(async () => {
  expect(
    (await verifyLedger(world.ctx, [escrowCheck, splitsCheck, guaranteeCheck])).differences,
  ).toEqual([]);
});

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
      `races: ${pairs.length} pairs, ${RACES} times each; never beside another: ${[...new Set(alone)].join(', ')}\n`,
    );
    expect(alone).toEqual([]);
  });

  it.each(pairs)('$name: one wins, the other is told why', async (pair) => {
    const races = await Promise.all(Array.from({ length: RACES }, () => race(pair)));
    expect(races).toHaveLength(RACES);
  });
});
