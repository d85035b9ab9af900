import { verifyLedger } from '#ledger';
import {
  acceptDelivery,
  answerCancellation,
  answerExtension,
  askCancellation,
  askExtension,
  askForChange,
  cancelOrder,
  deliver,
  escrowCheck,
  prolongAcceptance,
  sendOrderMessage,
  submitRequirements,
  sweepOrderTimers,
} from '#orders';
import { anOrder, someId } from '#orders/testing';
import type { Ctx } from '#platform/context';
import { Refusal } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sweepClearings } from '#wallet';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';

const world = await aWorld();
const members = Array.from({ length: 4 }, () => someId(world));
/** Histories in all, and how long they may take. */
const RUNS = Number(process.env.HISTORIES ?? 3_000);
const TIME_LIMIT_MS = 55_000;

type Step =
  | {
      kind: 'buy';
      buyer: number;
      seller: number;
      price: number;
      earned: boolean;
      fee: number;
      bps: number;
    }
  | { kind: 'act'; act: keyof typeof acts; order: number; side: 'buyer' | 'seller' }
  | { kind: 'time'; hours: number };

interface Live {
  orderId: string;
  buyerId: string;
  sellerId: string;
}

const on = ({ orderId }: Live) => ({ orderId });
const acts = {
  requirements: (ctx: Ctx, order: Live) =>
    submitRequirements(ctx, { ...on(order), answers: { name: 'أ' }, note: '', files: {} }),
  deliver: (ctx: Ctx, order: Live) =>
    deliver(ctx, { ...on(order), note: 'عمل', files: [], aiUsed: false }),
  change: (ctx: Ctx, order: Live) => askForChange(ctx, { ...on(order), body: 'غيّر' }),
  accept: (ctx: Ctx, order: Live) => acceptDelivery(ctx, on(order)),
  prolong: (ctx: Ctx, order: Live) => prolongAcceptance(ctx, on(order)),
  cancel: (ctx: Ctx, order: Live) => cancelOrder(ctx, on(order)),
  moreTime: (ctx: Ctx, order: Live) => askExtension(ctx, { ...on(order), days: 2, reason: 'x' }),
  giveTime: (ctx: Ctx, order: Live) => answerExtension(ctx, { ...on(order), agreed: true }),
  refuseTime: (ctx: Ctx, order: Live) => answerExtension(ctx, { ...on(order), agreed: false }),
  askToCancel: (ctx: Ctx, order: Live) => askCancellation(ctx, { ...on(order), reason: 'x' }),
  agree: (ctx: Ctx, order: Live) => answerCancellation(ctx, { ...on(order), agreed: true }),
  refuse: (ctx: Ctx, order: Live) => answerCancellation(ctx, { ...on(order), agreed: false }),
  say: (ctx: Ctx, order: Live) =>
    sendOrderMessage(ctx, { ...on(order), body: 'مرحبًا', key: someId(world) }),
};

const person = fc.nat({ max: members.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('buy' as const),
      buyer: person,
      seller: person,
      price: fc.integer({ min: 1, max: 20_000 }),
      earned: fc.boolean(),
      fee: fc.constantFrom(0, 1, 125),
      bps: fc.constantFrom(0, 1, 1_200, 1_850, 2_000, 10_000),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
      order: fc.nat({ max: 5 }),
      side: fc.constantFrom('buyer' as const, 'seller' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      hours: fc.constantFrom(1, 13, 25, 49, 73, 170, 340),
    }),
  },
);

/** Plays one step; what the rules refuse is no failure, everything else is. */
async function play(what: Step, orders: Live[]): Promise<void> {
  try {
    if (what.kind === 'buy') orders.push(await buy(what));
    else if (what.kind === 'time') await passTime(what.hours);
    else {
      const order = orders[what.order % Math.max(1, orders.length)];
      const memberId = what.side === 'buyer' ? order?.buyerId : order?.sellerId;
      if (order && memberId) await acts[what.act](world.as(memberId), order);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function buy(what: Extract<Step, { kind: 'buy' }>): Promise<Live> {
  const buyerId = members[what.buyer] as string;
  const sellerId = members[
    what.seller === what.buyer ? (what.seller + 1) % members.length : what.seller
  ] as string;
  const priceMinor = BigInt(what.price);
  const order = await anOrder(world, {
    buyerId,
    sellerId,
    priceMinor,
    feeMinor: BigInt(what.fee),
    commissionBps: what.bps,
    fromEarnedMinor: what.earned ? priceMinor / 2n : 0n,
  });
  return { orderId: order.orderId, buyerId, sellerId };
}

async function passTime(hours: number): Promise<void> {
  world.clock.advance(hours * HOUR_MS);
  await sweepOrderTimers(world.ctx);
  await sweepClearings(world.ctx);
}

/** What must be true of one history's orders, whatever happened in it. */
async function expectTrue(orders: readonly Live[]): Promise<void> {
  const ids = orders.map((order) => order.orderId);
  const { rows } = await sql<{ id: string; problem: string }>`
    with escrow as (select holder, balance_minor from ledger.accounts where kind = 'order_escrow'),
    moved as (select order_id,
        sum(amount_minor) filter (where kind in ('reserve_from_credit', 'reserve_from_earned')) as reserved,
        sum(amount_minor) filter (where kind in ('release_to_seller', 'commission')) as released,
        sum(amount_minor) filter (where kind in ('refund_to_credit', 'refund_to_earned')) as refunded,
        sum(amount_minor) filter (where kind = 'fee_refund') as fee_back
      from ledger.transfers where order_id = any(${ids}::uuid[]) group by order_id)
    select o.id, case
        when m.reserved <> o.price_minor then 'reserved is not the price'
        when o.state in ('completed', 'closed') and (m.released is distinct from o.price_minor or m.refunded is not null)
          then 'commission and net are not the price'
        when o.state = 'cancelled' and (m.refunded is distinct from o.price_minor or m.released is not null)
          then 'the refund is not the price'
        when o.state in ('awaiting_requirements', 'in_progress', 'delivered')
          and (coalesce(e.balance_minor, 0) <> o.price_minor or m.released is not null or m.refunded is not null)
          then 'the price is not in escrow'
        when coalesce(m.fee_back, 0) <> case when o.state = 'cancelled' and o.first_delivered_at is null
          then o.fee_minor else 0 end then 'the fee is not where it belongs'
        when (select count(*) from orders.history h where h.order_id = o.id) <> o.version then 'history and version differ'
        when (select h.to_state from orders.history h where h.order_id = o.id order by seq desc limit 1) <> o.state
          then 'the history ends in another state'
        when o.state in ('closed', 'cancelled') and exists (select from orders.timers t
          where t.order_id = o.id and t.done_at is null) then 'a clock runs after the end'
        when o.state in ('completed', 'closed', 'cancelled') and exists (select from orders.asks a
          where a.order_id = o.id and a.outcome is null) then 'a question is open after the end'
      end as problem
    from orders.orders o join moved m on m.order_id = o.id left join escrow e on e.holder = o.id::text
    where o.id = any(${ids}::uuid[])`.execute(world.ctx.db);
  expect(rows.filter((row) => row.problem !== null)).toEqual([]);
  expect(rows).toHaveLength(ids.length);
}

type History = Step[][];
const history: fc.Arbitrary<History> = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 8,
});

/** Plays many histories side by side, group by group; the steps of a round happen at once, time too. */
async function playTogether(histories: readonly History[]): Promise<Live[]> {
  const orders = histories.map((): Live[] => []);
  const rounds = Math.max(...histories.map((one) => one.length));
  for (let round = 0; round < rounds; round += 1) {
    const now = histories.flatMap((one, index) =>
      (one[round] ?? []).map((what) => ({ what, index })),
    );
    const hours = now.reduce(
      (most, { what }) => (what.kind === 'time' ? Math.max(most, what.hours) : most),
      0,
    );
    const people = now
      .filter(({ what }) => what.kind !== 'time')
      .map(({ what, index }) => play(what, orders[index] as Live[]));
    await Promise.all([...people, hours > 0 ? passTime(hours) : undefined]);
  }
  return orders.flat();
}

it('whatever happens in whatever order, all money is where it belongs', async () => {
  let played = 0;
  const deadline = performance.now() + TIME_LIMIT_MS;
  const together = fc.array(history, { minLength: 15, maxLength: 25, size: 'max' });
  await fc.assert(
    fc.asyncProperty(together, async (histories) => {
      // Out of time: what is left is not played, so that nothing goes on behind the last checks.
      if (performance.now() > deadline) return;
      await expectTrue(await playTogether(histories));
      await expectWhole();
      played += histories.length;
    }),
    { numRuns: RUNS / 20, endOnFailure: true },
  );
  // When nobody does anything any more, every order ends but those that wait for a changed delivery.
  await passTime(24 * 400);
  await passTime(24 * 30);
  await expectWhole();
  const { rows } = await sql<{ state: string }>`select distinct state from orders.orders
    where state in ('awaiting_requirements', 'delivered', 'completed')
      or (state = 'in_progress' and first_delivered_at is null)`.execute(world.ctx.db);
  expect(rows).toEqual([]);
  // A crowded machine plays fewer in its time; none at all would prove nothing.
  expect(played).toBeGreaterThan(20);
}, 240_000);

async function expectWhole(): Promise<void> {
  const report = await verifyLedger(world.ctx, [escrowCheck]);
  expect(report.differences).toEqual([]);
}
