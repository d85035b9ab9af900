import { verifyLedger } from '#ledger';
import { escrowCheck } from '#orders';
import { Refusal } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Act,
  isOver,
  type Model,
  MOVES,
  nameOf,
  newModel,
  type Party,
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

/** An act the table allows; anything else is walked past. */
class Allowed implements Step {
  readonly act: Act;
  readonly party: Party;

  constructor({ act, party }: { act: Act; party: Party }) {
    this.act = act;
    this.party = party;
  }

  check = (lane: Readonly<Lane>) => rowFor(lane.model, this.act, this.party) !== undefined;
  async run(lane: Lane, play: Play): Promise<void> {
    const before = lane.known;
    await perform(play, this.act, this.party);
    await settle(lane, play);
    expect(lane.known).toBe(before + 1);
  }
  toString = () => `${this.party} ${this.act}`;
}

/** An act the table does not allow here: it is refused, and nothing moves. */
class Forbidden extends Allowed {
  override check = (lane: Readonly<Lane>) =>
    this.act !== 'speak' && rowFor(lane.model, this.act, this.party) === undefined;
  override async run(lane: Lane, play: Play): Promise<void> {
    const before = lane.known;
    await expect(perform(play, this.act, this.party)).rejects.toBeInstanceOf(Refusal);
    await settle(lane, play);
    expect(lane.known).toBe(before);
    walked.refused += 1;
  }
  override toString = () => `${this.party} ${this.act}, refused`;
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
    await perform(play, 'close', 'clock');
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

const persons = MOVES.filter(({ party }) => party !== 'clock');
const allowed = fc.constantFrom(...persons).map((move) => new Allowed(move));
const forbidden = fc.constantFrom(...persons).map((move) => new Forbidden(move));
const wait = fc
  .constantFrom(1, 7, 13, 25, 49, 73, 100, 170, 200, 340)
  .map((hours) => new Wait(hours));
const buying = fc.integer({ min: 1, max: 30_000 }).map((price) => new Buy(price));
// Most allowed acts fit only now and then, so that they are drawn far more often than the rest.
const drawn: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 24 }, () => allowed),
  forbidden,
  ...Array.from({ length: 2 }, () => wait),
  ...Array.from({ length: 3 }, () => buying),
];

async function walk(seed: number): Promise<void> {
  let walks = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(drawn, { maxCommands: 400, size: 'max' }), async (steps) => {
      if (walked.steps >= STEPS) return;
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
  const missing = ROWS.map(({ row, party }) => nameOf(row, party)).filter(
    (name) => !taken.has(name),
  );
  process.stdout.write(`${coverage()}\n`);
  expect(missing, 'rows of the table that were never taken').toEqual([]);
}, 240_000);

async function expectWhole(): Promise<void> {
  expect((await verifyLedger(world.ctx, [escrowCheck])).differences).toEqual([]);
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
