import {
  balancesOf,
  escrowOf,
  InsufficientBalance,
  KeyReused,
  type TransferInput,
  transfersOf,
  verifyLedger,
} from '#ledger';
import { aTransfer, postAlone } from '#ledger/testing';
import { newId } from '#platform/context';
import { aWorld } from '#test/world';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const { ctx } = await aWorld();
const MEMBERS = 4;
const ORDERS = 5;
const RUNS = 30;
const STEPS = { minLength: 60, maxLength: 120 };

/** What a ledger is, in a few lines: amounts by account name; a call happens whole or not at all. */
type Model = Map<string, bigint>;
type Leg = { kind: Kind; member: number; order: number; amount: number };
type Step = { legs: Leg[]; repeat: 'once' | 'again' | 'changed' };

const shapes = {
  top_up: (m: string) => ['house', `credit ${m}`],
  reserve_from_credit: (m: string, o: string) => [`credit ${m}`, `escrow ${o}`],
  reserve_from_earned: (m: string, o: string) => [`earned ${m}`, `escrow ${o}`],
  refund_to_credit: (m: string, o: string) => [`escrow ${o}`, `credit ${m}`],
  refund_to_earned: (m: string, o: string) => [`escrow ${o}`, `earned ${m}`],
  release_to_seller: (m: string, o: string) => [`escrow ${o}`, `pending ${m}`],
  commission: (_m: string, o: string) => [`escrow ${o}`, 'house'],
  clearing: (m: string) => [`pending ${m}`, `earned ${m}`],
  payout_request: (m: string) => [`earned ${m}`, `withdrawing ${m}`],
  payout_sent: (m: string) => [`withdrawing ${m}`, 'house'],
} as const satisfies Record<string, (member: string, order: string) => string[]>;
type Kind = keyof typeof shapes;

const leg = fc.record({
  kind: fc.constantFrom('top_up', 'top_up', 'top_up', ...(Object.keys(shapes) as Kind[])),
  member: fc.nat(MEMBERS - 1),
  order: fc.nat(ORDERS - 1),
  amount: fc.integer({ min: 1, max: 300 }),
});
const step = fc.record({
  legs: fc.oneof(
    { weight: 3, arbitrary: fc.array(leg, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(leg, { minLength: 2, maxLength: 4 }) },
  ),
  repeat: fc.constantFrom('once', 'once', 'once', 'again', 'changed'),
}) as fc.Arbitrary<Step>;

const idsOf = () => ({
  members: Array.from({ length: MEMBERS }, () => newId(ctx)),
  orders: Array.from({ length: ORDERS }, () => newId(ctx)),
});
type Ids = ReturnType<typeof idsOf>;

function transferOf(ids: Ids, { kind, member, order, amount }: Leg): TransferInput {
  const memberId = ids.members[member];
  const orderId = ids.orders[order];
  const holder = (side: string | undefined) => {
    if (side === 'house')
      return kind === 'top_up' ? 'sandbox' : kind === 'payout_sent' ? 'bank' : undefined;
    return side?.startsWith('escrow') ? orderId : memberId;
  };
  const [debit, credit] = shapes[kind]('', '');
  const ends = { debit: holder(debit), credit: holder(credit) };
  return aTransfer(ctx, kind, { ...ends, orderId, amountMinor: BigInt(amount) });
}

/** The model after the call, or undefined when somebody would go below zero. */
function applied(model: Model, ids: Ids, legs: Leg[]): Model | undefined {
  const next = new Map(model);
  const add = (name: string, minor: bigint) => next.set(name, (next.get(name) ?? 0n) + minor);
  for (const { kind, member, order, amount } of legs) {
    const [debit = '', credit = ''] = shapes[kind](
      ids.members[member] ?? '',
      ids.orders[order] ?? '',
    );
    add(debit, -BigInt(amount));
    add(credit, BigInt(amount));
  }
  const broke = [...next].some(([name, minor]) => name !== 'house' && minor < 0n);
  return broke ? undefined : next;
}

async function expectSame(model: Model, ids: Ids) {
  for (const id of ids.members) {
    expect(await balancesOf(ctx, id)).toMatchObject({
      creditMinor: model.get(`credit ${id}`) ?? 0n,
      pendingMinor: model.get(`pending ${id}`) ?? 0n,
      earnedMinor: model.get(`earned ${id}`) ?? 0n,
      withdrawingMinor: model.get(`withdrawing ${id}`) ?? 0n,
    });
  }
  for (const id of ids.orders)
    expect(await escrowOf(ctx, id)).toBe(model.get(`escrow ${id}`) ?? 0n);
}

it('does what a ledger of a few lines does, over thousands of random postings', async () => {
  const counted = { done: 0, refused: 0, again: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, STEPS), async (steps) => {
      const ids = idsOf();
      let model: Model = new Map();
      for (const { legs, repeat } of steps) {
        const transfers = legs.map((one) => transferOf(ids, one));
        const next = applied(model, ids, legs);
        const answer = await postAlone(ctx, ...transfers).catch((error: Error) => error);
        if (!next) {
          expect(answer).toBeInstanceOf(InsufficientBalance);
          counted.refused += 1;
          continue;
        }
        expect(answer).toMatchObject({ posted: true });
        model = next;
        counted.done += 1;
        if (repeat === 'once') continue;
        const [first, ...rest] = transfers;
        if (!first) throw new Error('a call has a transfer');
        const changed = {
          ...first,
          amountMinor: first.amountMinor + (repeat === 'changed' ? 1n : 0n),
        };
        const second = await postAlone(ctx, changed, ...rest).catch((error: Error) => error);
        if (repeat === 'changed') expect(second).toBeInstanceOf(KeyReused);
        else expect(second).toEqual({ posted: false, transferIds: transfers.map(({ id }) => id) });
        counted.again += 1;
      }
      await expectSame(model, ids);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect((await verifyLedger(ctx)).differences).toEqual([]);
  expect(counted.done).toBeGreaterThan(700);
  expect(counted.refused).toBeGreaterThan(400);
  expect(counted.again).toBeGreaterThan(100);
}, 180_000);

it('keeps the proof whatever is posted at the same moment, and every statement adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, STEPS), async (steps) => {
      const ids = idsOf();
      const start = ids.members.map((_, member) =>
        transferOf(ids, { kind: 'top_up', member, order: 0, amount: 500 }),
      );
      await postAlone(ctx, ...start);
      // One transfer a call: in a call of several only their sum stays above zero.
      const calls = steps.flatMap(({ legs, repeat }) => {
        const transfers = legs.slice(0, 1).map((one) => transferOf(ids, one));
        return repeat === 'once' ? [transfers] : [transfers, transfers];
      });
      const answers = await Promise.allSettled(
        calls.map((transfers) => postAlone(ctx, ...transfers)),
      );
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(InsufficientBalance);
      }
      for (const id of ids.members) {
        const { lines } = await transfersOf(ctx, id, { limit: 500 });
        const totals = lines.map(({ totalMinor, changeMinor }) => totalMinor - changeMinor);
        expect(totals).toEqual([...lines.slice(1).map(({ totalMinor }) => totalMinor), 0n]);
        expect(lines.every(({ totalMinor }) => totalMinor >= 0n)).toBe(true);
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect((await verifyLedger(ctx)).differences).toEqual([]);
}, 180_000);
