import { verifyLedger } from '#ledger';
import { escrowCheck, guaranteeCheck, splitsCheck } from '#orders';
import { Refusal } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isOver,
  type Model,
  type Move,
  MOVES,
  nameOf,
  newModel,
  ROWS,
  rowFor,
} from './order-model.ts';
import {
  buy,
  expectOnTime,
  expectSame,
  follow,
  look,
  newPlay,
  perform,
  type Play,
} from './order-play.ts';

const world = await aWorld();
/** Steps in all, shared by lanes that walk side by side. */
const STEPS = Number(process.env.ORDER_STEPS ?? 10_000);
const MOST_STEPS = STEPS * 4;
const LANES = 6;
/** A look at the whole ledger after so many walks of a lane, and after the last. */
const PROOF_EVERY = 8;

const taken = new Map<string, number>();
const walked = { steps: 0, refused: 0, orders: 0 };

interface Lane {
  model: Model;
  known: number;
}
type Step = fc.AsyncCommand<Lane, Play>;

/** Sees what is there now, follows it with the model, and compares. */
async function settle(lane: Lane, play: Play): Promise<void> {
  const seen = await look(play);
  lane.model = follow(play, lane.model, seen, lane.known);
  lane.known = seen.history.length;
  expectSame(play, lane.model, seen);
  walked.steps += 1;
}

const persons = MOVES.filter(({ party }) => party !== 'clock');
const nameOfMove = ({ act, party, whole }: Move) => `${party} ${act}${whole ? ' (all of it)' : ''}`;

/** An act the table allows now: mostly the one whose row was taken least so far, so that no row is left out. */
class Allowed implements Step {
  readonly pick: number;

  constructor(pick: number) {
    this.pick = pick;
  }

  check = (lane: Readonly<Lane>) => openTo(lane.model).length > 0;
  async run(lane: Lane, play: Play): Promise<void> {
    const open = openTo(lane.model);
    const least = Math.min(...open.map(({ name }) => taken.get(name) ?? 0));
    const rare = open.filter(({ name }) => (taken.get(name) ?? 0) === least);
    const from = this.pick % 4 === 0 ? open : rare;
    const chosen = from[this.pick % from.length];
    if (!chosen) return;
    const before = lane.known;
    await perform(play, chosen.move);
    await settle(lane, play);
    expect(lane.known).toBe(before + 1);
  }
  toString = () => `act ${this.pick}`;
}

const openTo = (model: Model) =>
  persons.flatMap((move) => {
    const row = rowFor(model, move);
    return row ? [{ move, name: nameOf(row, move.party) }] : [];
  });

/** An act the table does not allow here: it is refused, and nothing moves. */
class Forbidden implements Step {
  readonly move: Move;

  constructor(move: Move) {
    this.move = move;
  }

  check = (lane: Readonly<Lane>) =>
    this.move.act !== 'speak' && rowFor(lane.model, this.move) === undefined;
  async run(lane: Lane, play: Play): Promise<void> {
    const before = lane.known;
    await expect(perform(play, this.move)).rejects.toBeInstanceOf(Refusal);
    await settle(lane, play);
    expect(lane.known).toBe(before);
    walked.refused += 1;
  }
  toString = () => `${nameOfMove(this.move)}, refused`;
}

/** Time passes, and every clock that is due does what it does. */
class Wait implements Step {
  readonly hours: number;

  constructor(hours: number) {
    this.hours = hours;
  }

  check = () => true;
  async run(lane: Lane, play: Play): Promise<void> {
    play.clock.advance(this.hours * HOUR_MS);
    lane.model = { ...lane.model, now: play.clock.now().getTime() };
    await perform(play, { act: 'close', party: 'clock' });
    await settle(lane, play);
    expectOnTime(lane.model, await look(play));
  }
  toString = () => `${this.hours} hours`;
}

/** The last order is over: the same two people make the next. */
class Buy implements Step {
  readonly price: number;

  constructor(price: number) {
    this.price = price;
  }

  check = (lane: Readonly<Lane>) => isOver(lane.model.state);
  async run(lane: Lane, play: Play): Promise<void> {
    lane.model = await buy(play, BigInt(this.price));
    lane.known = 0;
    walked.orders += 1;
    await settle(lane, play);
  }
  toString = () => `buy for ${this.price}`;
}

const allowed = fc.nat({ max: 999 }).map((pick) => new Allowed(pick));
const forbidden = fc.constantFrom(...persons).map((move) => new Forbidden(move));
const wait = fc
  .constantFrom(1, 7, 13, 25, 49, 73, 100, 170, 200, 340)
  .map((hours) => new Wait(hours));
const buying = fc.integer({ min: 1, max: 30_000 }).map((price) => new Buy(price));
const drawn: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 12 }, () => allowed),
  ...Array.from({ length: 2 }, () => forbidden),
  ...Array.from({ length: 2 }, () => wait),
  ...Array.from({ length: 3 }, () => buying),
];

/** Rows that were never taken. */
const missing = () =>
  ROWS.map(({ row, party }) => nameOf(row, party)).filter((name) => !taken.has(name));

/** Past the steps asked for the walk only goes on for rows that chance has left out. */
const isEnough = () =>
  walked.steps >= STEPS && (missing().length === 0 || walked.steps >= MOST_STEPS);

async function walk(seed: number): Promise<void> {
  let walks = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(drawn, { maxCommands: 120, size: 'max' }), async (steps) => {
      if (isEnough()) return;
      const play = await newPlay(world, taken);
      const model: Lane = { model: newModel(play.clock.now().getTime()), known: 0 };
      await fc.asyncModelRun(() => ({ model, real: play }), steps);
      walks += 1;
      if (walks % PROOF_EVERY === 0) await expectWhole();
    }),
    { numRuns: STEPS, seed, endOnFailure: true },
  );
}

it('whatever people, staff and time do, in whatever order, an order keeps to its table', async () => {
  await Promise.all(Array.from({ length: LANES }, (_, lane) => walk(20_261_123 + lane)));
  await expectWhole();
  expect(walked.steps).toBeGreaterThanOrEqual(STEPS);
  process.stdout.write(`${coverage()}\n`);
  expect(missing(), 'rows of the table that were never taken').toEqual([]);
}, 600_000);

async function expectWhole(): Promise<void> {
  expect(
    (await verifyLedger(world.ctx, [escrowCheck, splitsCheck, guaranteeCheck])).differences,
  ).toEqual([]);
}

/** How often each row was taken, the rarest first. */
function coverage(): string {
  const names = [...new Set(ROWS.map(({ row, party }) => nameOf(row, party)))];
  const lines = names
    .map((name) => ({ name, times: taken.get(name) ?? 0 }))
    .toSorted((a, b) => a.times - b.times)
    .map(({ name, times }) => `${String(times).padStart(6)}  ${name}`);
  const reached = names.filter((name) => taken.has(name)).length;
  const head = `the table of orders: ${reached} of ${names.length} rows taken in ${walked.steps} steps, ${walked.refused} of them refused, ${walked.orders} orders after the first`;
  return [head, ...lines].join('\n');
}
