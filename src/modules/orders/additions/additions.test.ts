import { balancesOf, escrowOf, houseBalanceOf } from '#ledger';
import { earn, fund } from '#ledger/testing';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { deliver } from '../deliveries/deliver.ts';
import { acceptSplit } from '../disputes/accept-split.ts';
import { answerDispute } from '../disputes/answer-dispute.ts';
import { CHECKS } from '../disputes/dispute.ts';
import { openDispute } from '../disputes/open-dispute.ts';
import { proposeSplit } from '../disputes/propose-split.ts';
import { listOpenAsks } from '../moves/order-asks.ts';
import type { Order } from '../order-row.ts';
import {
  additionsIn,
  expectNoDifferences,
  type extra,
  on,
  refusal,
} from '../testing/additions.fixture.ts';
import { aDeliveredOrder, anActiveOrder, reload, ringClocks, someId } from '../testing/index.ts';
import { listUpgradesToAdd } from './upgrades-to-add.ts';
import { withdrawAddition } from './withdraw-addition.ts';

const world = await aWorld();
const { ctx } = world;
const { wish, buyerOf, sellerOf, rich, addFirst, propose, answer } = await additionsIn(world);
const deliverIt = (order: Order) =>
  deliver(sellerOf(order), { ...on(order), note: 'العمل', files: [], aiUsed: false });

afterEach(() => expectNoDifferences(ctx));

describe('an upgrade is added to a running order', () => {
  it('paid credit first; line, price, escrow and date grow together', async () => {
    const order = await anActiveOrder(world, wish());
    await fund(ctx, order.buyerId, 300n);
    await earn(ctx, order.buyerId, 900n);
    await addFirst(order);
    const grown = await reload(world, order.orderId);
    expect(grown.priceMinor).toBe(order.priceMinor + 1_000n);
    expect(grown.items.at(-1)).toMatchObject({ kind: 'upgrade', title: 'بطاقة عمل', quantity: 1 });
    expect(grown.dueAt?.getTime()).toBe((order.dueAt?.getTime() ?? 0) + DAY_MS);
    expect(await escrowOf(ctx, order.orderId)).toBe(grown.priceMinor);
    const left = await balancesOf(ctx, order.buyerId);
    expect([left.creditMinor, left.earnedMinor]).toEqual([0n, 200n]);
  });

  it('what was handed in goes back to work, with time for it', async () => {
    const order = await rich(await aDeliveredOrder(world, wish()));
    world.clock.advance(HOUR_MS);
    await addFirst(order);
    const grown = await reload(world, order.orderId);
    expect(grown.state).toBe('in_progress');
    const soonest = world.clock.now().getTime() + 3 * DAY_MS;
    expect(grown.dueAt?.getTime()).toBe(Math.max(soonest, (order.dueAt?.getTime() ?? 0) + DAY_MS));
    world.clock.advance(73 * HOUR_MS);
    await ringClocks(ctx, order.orderId);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
  });

  it('as many times as the service was bought', async () => {
    const item = { kind: 'service' as const, title: 'تصميم شعار', quantity: 2, daysDelta: 3 };
    const bought = { ...item, unitPriceMinor: 1_250n };
    const order = await anActiveOrder(world, wish({ items: [bought] }));
    const [upgrade] = await listUpgradesToAdd(ctx, order);
    expect([upgrade?.priceMinor, upgrade?.days]).toEqual([2_000n, 1]);
  });

  it('not what is in it already, not express, not to a custom offer', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await addFirst(order);
    const titles = async () =>
      (await listUpgradesToAdd(ctx, await reload(world, order.orderId))).map(({ title }) => title);
    expect(await titles()).toEqual(['ورق رسمي']);
    const [item] = order.items;
    if (!item) throw new Error('an order has an item');
    const agreed = await anActiveOrder(world, wish({ items: [{ ...item, note: 'اتفاق' }] }));
    expect(await listUpgradesToAdd(ctx, agreed)).toEqual([]);
  });
});

describe('an extra is proposed and answered', () => {
  it('accepted, it is paid and part of the order', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    await answer(order);
    const grown = await reload(world, order.orderId);
    expect(grown.items.at(-1)).toMatchObject({ kind: 'extra', title: 'نموذج رابع' });
    expect(await escrowOf(ctx, order.orderId)).toBe(order.priceMinor + 700n);
    expect(grown.dueAt?.getTime()).toBe((order.dueAt?.getTime() ?? 0) + 2 * DAY_MS);
    expect(await listOpenAsks(ctx, order.orderId)).toEqual([]);
  });

  it.each([
    ['declined', (order: Order) => answer(order, false)],
    ['taken back', (order: Order) => withdrawAddition(sellerOf(order), on(order))],
    [
      'left without an answer',
      async (order: Order) => {
        world.clock.advance(48 * HOUR_MS);
        await ringClocks(ctx, order.orderId);
      },
    ],
  ])('%s, nothing is paid and another may follow', async (_how, end) => {
    const order = await rich(await anActiveOrder(world, wish({ deliveryDays: 10 })));
    await propose(order);
    await end(order);
    expect(await listOpenAsks(ctx, order.orderId)).toEqual([]);
    await expect(answer(order)).rejects.toMatchObject(refusal('order-addition-open'));
    expect((await reload(world, order.orderId)).priceMinor).toBe(order.priceMinor);
    await propose(order);
  });

  it('a paid change after the included ones sends the work back', async () => {
    const order = await rich(await aDeliveredOrder(world, wish({ changesIncluded: 0 })));
    await propose(order, { title: 'تعديل إضافي', days: 0 });
    await answer(order);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
    await deliverIt(order);
    await acceptDelivery(buyerOf(order), on(order));
  });

  it('ends with the order', async () => {
    const order = await aDeliveredOrder(world, wish());
    await propose(order);
    await acceptDelivery(buyerOf(order), on(order));
    expect(await listOpenAsks(ctx, order.orderId)).toEqual([]);
  });

  it.each<[string, Partial<typeof extra>, Record<string, string>]>([
    ['no title', { title: ' ' }, { title: 'required' }],
    [
      'words that are too long',
      { title: 'ط'.repeat(101), note: 'ن'.repeat(2_001) },
      { title: 'too-long', note: 'too-long' },
    ],
    ['a price below a dollar', { priceMinor: 99n }, { price: 'price-range' }],
    [
      'more than the rules allow',
      { priceMinor: 100_001n, days: 31 },
      { price: 'price-range', days: 'days-range' },
    ],
    ['days taken away', { days: -1 }, { days: 'days-range' }],
    ['a part of a day', { days: 1.5 }, { days: 'days-range' }],
  ])('is refused with %s', async (_what, input, fields) => {
    const order = await anActiveOrder(world, wish());
    await expect(propose(order, input)).rejects.toMatchObject({ fields });
  });
});

describe('the whole sum follows the order', () => {
  const grown = async (order: Order) => {
    await rich(order, 1_700n);
    await addFirst(order);
    await propose(order);
    await answer(order);
    return reload(world, order.orderId);
  };

  it('commission and net at completion', async () => {
    const order = await grown(await anActiveOrder(world, wish({ sellerId: someId(world) })));
    const before = await houseBalanceOf(ctx, { kind: 'commission' });
    await deliverIt(order);
    await acceptDelivery(buyerOf(order), on(order));
    expect((await houseBalanceOf(ctx, { kind: 'commission' })) - before).toBe(840n);
    expect((await balancesOf(ctx, order.sellerId)).pendingMinor).toBe(3_360n);
  });

  it('all of it back when cancelled, to where it came from', async () => {
    const order = await grown(await anActiveOrder(world, wish({ fromEarnedMinor: 1_000n })));
    await askCancellation(sellerOf(order), { ...on(order), reason: 'ظرف' });
    await answerCancellation(buyerOf(order), { ...on(order), agreed: true });
    const back = await balancesOf(ctx, order.buyerId);
    expect([back.creditMinor, back.earnedMinor]).toEqual([3_200n, 1_000n]);
  });

  it('shared by a judge', async () => {
    const order = await grown(await anActiveOrder(world, wish()));
    await deliverIt(order);
    const claim = { kind: 'defective', checks: CHECKS.defective, body: 'عيب' } as const;
    await openDispute(buyerOf(order), { ...on(order), ...claim, wantedMinor: 4_200n });
    await answerDispute(sellerOf(order), { ...on(order), body: 'لا' });
    const judge = world.as(someId(world), ['support']);
    await proposeSplit(judge, { ...on(order), refundMinor: 4_000n, reason: 'عدل' });
    await acceptSplit(buyerOf(order), on(order));
    await acceptSplit(sellerOf(order), on(order));
    expect((await balancesOf(ctx, order.buyerId)).creditMinor).toBe(4_000n);
  });
});

describe('what was bought stays as it was bought', () => {
  it.each([
    "update orders.orders set items = '[]'::jsonb, price_minor = 1",
    "update orders.orders set items = items || '[{}]'::jsonb, price_minor = price_minor + 1",
    'update orders.additions set price_minor = 1',
    'delete from orders.additions',
  ])('refuses: %s', async (statement) => {
    await addFirst(await rich(await anActiveOrder(world, wish())));
    await expect(sql.raw(statement).execute(ctx.db)).rejects.toThrow(/refused|denied/);
  });
});
