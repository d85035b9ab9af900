import { aPublishedService } from '#catalogue/testing';
import { balancesOf, escrowOf, houseBalanceOf, verifyLedger } from '#ledger';
import { earn, fund } from '#ledger/testing';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
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
import { escrowCheck, guaranteeCheck, splitsCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import { askRefund } from '../refunds/ask-refund.ts';
import {
  aCompletedOrder,
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  type OrderWish,
  reload,
  ringClocks,
  someId,
} from '../testing/index.ts';
import { addUpgrade } from './add-upgrade.ts';
import { answerAddition } from './answer-addition.ts';
import { proposeAddition } from './propose-addition.ts';
import { listUpgradesToAdd } from './upgrades-to-add.ts';
import { withdrawAddition } from './withdraw-addition.ts';

const world = await aWorld();
const { ctx } = world;
const sold = await aPublishedService(world, {
  input: {
    upgrades: [
      { title: 'بطاقة عمل', priceMinor: 1_000n, daysDelta: 1 },
      { title: 'ورق رسمي', priceMinor: 500n, daysDelta: 0 },
      { title: 'تسليم خلال 24 ساعة', priceMinor: 1_500n, daysDelta: -2 },
    ],
  },
});
const wish = (more: OrderWish = {}): OrderWish => ({
  serviceId: sold.serviceId,
  sellerId: sold.sellerId,
  ...more,
});
const on = ({ orderId }: Order) => ({ orderId });
const buyerOf = (order: Order) => world.as(order.buyerId);
const sellerOf = (order: Order) => world.as(order.sellerId);

async function rich(order: Order, minor = 10_000n): Promise<Order> {
  await fund(ctx, order.buyerId, minor);
  return order;
}

/** Adds the first upgrade that may be added, as it is shown. */
async function addFirst(
  order: Order,
  { as = buyerOf(order), key }: { as?: Ctx; key?: string } = {},
) {
  const [upgrade] = await listUpgradesToAdd(ctx, await reload(world, order.orderId));
  const { upgradeId = '', priceMinor = 0n, days = 0 } = upgrade ?? {};
  const shown = { upgradeId, shownPriceMinor: priceMinor, shownDays: days };
  return addUpgrade(as, { ...on(order), ...shown, key });
}

const extra = { title: 'نموذج رابع', note: 'بألوان الشتاء', priceMinor: 700n, days: 2 };
const propose = (order: Order, more: Partial<typeof extra> & { key?: string } = {}) =>
  proposeAddition(sellerOf(order), { ...on(order), ...extra, ...more });
async function answer(order: Order, agreed = true, key?: string) {
  const [ask] = (await listOpenAsks(ctx, order.orderId)).filter(({ kind }) => kind === 'addition');
  return answerAddition(buyerOf(order), { ...on(order), askId: ask?.askId ?? '', agreed, key });
}
const deliverIt = (order: Order) =>
  deliver(sellerOf(order), { ...on(order), note: 'العمل', files: [], aiUsed: false });
const refusal = (code: string) => ({ code });

afterEach(async () => {
  const report = await verifyLedger(ctx, [escrowCheck, splitsCheck, guaranteeCheck]);
  expect(report.differences).toEqual([]);
});

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

describe('refused, and nothing is paid', () => {
  const states: [string, () => Promise<Order>, string][] = [
    ['before the work began', () => anOrder(world, wish()), 'order-moved'],
    ['after completion', () => aCompletedOrder(world, wish()), 'order-moved'],
    [
      'in a dispute',
      async () => {
        const order = await aDeliveredOrder(world, wish());
        const claim = { kind: 'defective', checks: CHECKS.defective, body: 'عيب' } as const;
        await openDispute(buyerOf(order), { ...on(order), ...claim, wantedMinor: 100n });
        return order;
      },
      'order-moved',
    ],
    [
      'while cancelling is spoken about',
      async () => {
        const order = await anActiveOrder(world, wish());
        await askCancellation(buyerOf(order), { ...on(order), reason: 'x' });
        return order;
      },
      'order-no-cancellation-open',
    ],
    [
      'while a refund is spoken about',
      async () => {
        const order = await aDeliveredOrder(world, wish());
        await askRefund(buyerOf(order), { ...on(order), amountMinor: 100n, reason: 'x' });
        return order;
      },
      'order-no-refund-open',
    ],
  ];
  it.each(states)('%s', async (_when, make, code) => {
    const order = await rich(await make());
    await expect(addFirst(order)).rejects.toMatchObject(refusal(code));
    await expect(propose(order)).rejects.toMatchObject(refusal(code));
    expect((await balancesOf(ctx, order.buyerId)).creditMinor).toBe(10_000n);
  });

  it('when the balance does not cover it: it says what is missing', async () => {
    const order = await rich(await anActiveOrder(world, wish()), 600n);
    const short = { code: 'order-balance-short', details: { missingMinor: 400n } };
    await expect(addFirst(order, { key: 'k' })).rejects.toMatchObject(short);
    await propose(order);
    await expect(answer(order, true, 'k')).rejects.toMatchObject({
      details: { missingMinor: 100n },
    });
    const same = await reload(world, order.orderId);
    expect([same.priceMinor, same.state]).toEqual([order.priceMinor, 'in_progress']);
    await fund(ctx, order.buyerId, 400n);
    await addFirst(order, { key: 'k' });
  });

  it('at a price or for days that were not shown', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    const [upgrade] = await listUpgradesToAdd(ctx, order);
    const upgradeId = upgrade?.upgradeId ?? '';
    const add = (shownPriceMinor: bigint, shownDays: number) =>
      addUpgrade(buyerOf(order), { ...on(order), upgradeId, shownPriceMinor, shownDays });
    await expect(add(999n, 1)).rejects.toMatchObject(refusal('order-addition-changed'));
    await expect(add(1_000n, 0)).rejects.toMatchObject(refusal('order-addition-changed'));
    const gone = { upgradeId: someId(world), shownPriceMinor: 1_000n, shownDays: 1 };
    await expect(addUpgrade(buyerOf(order), { ...on(order), ...gone })).rejects.toMatchObject(
      refusal('order-upgrade-not-sold'),
    );
  });

  it('of a proposal that another has replaced', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    const [first] = await listOpenAsks(ctx, order.orderId);
    await withdrawAddition(sellerOf(order), on(order));
    await propose(order, { priceMinor: 9_000n });
    const late = { ...on(order), askId: first?.askId ?? '', agreed: true };
    await expect(answerAddition(buyerOf(order), late)).rejects.toMatchObject(
      refusal('order-addition-changed'),
    );
  });

  it('a second proposal beside an open one, an eleventh addition', async () => {
    const order = await rich(await anActiveOrder(world, wish()), 100_000n);
    await propose(order);
    await expect(propose(order)).rejects.toMatchObject(refusal('order-no-addition-open'));
    await answer(order);
    for (let count = 1; count < 10; count += 1) {
      await propose(order);
      await answer(order);
    }
    await expect(propose(order)).rejects.toMatchObject(refusal('order-additions-are-left'));
    await expect(addFirst(order)).rejects.toMatchObject(refusal('order-additions-are-left'));
  });

  it('to the wrong side, to a stranger and to staff it is not there', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    const [ask] = await listOpenAsks(ctx, order.orderId);
    const answered = { ...on(order), askId: ask?.askId ?? '', agreed: true };
    const others = [
      world.stranger,
      world.as(someId(world)),
      world.as(someId(world), ['support', 'admin']),
    ];
    for (const as of [...others, sellerOf(order)]) {
      await expect(addFirst(order, { as })).rejects.toThrow(NotFound);
      await expect(answerAddition(as, answered)).rejects.toThrow(NotFound);
    }
    for (const as of [...others, buyerOf(order)]) {
      await expect(proposeAddition(as, { ...on(order), ...extra })).rejects.toThrow(NotFound);
      await expect(withdrawAddition(as, on(order))).rejects.toThrow(NotFound);
    }
  });
});

describe('at once', () => {
  const won = async (acts: Promise<unknown>[]) =>
    (await Promise.allSettled(acts)).filter(({ status }) => status === 'fulfilled').length;
  const rounds = Array.from({ length: 5 }, (_, round) => round);

  it.each(rounds)('one form sent ten times pays once (%i)', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    expect(await won(rounds.flatMap(() => [addFirst(order, { key: 'f' })]))).toBe(5);
    expect((await reload(world, order.orderId)).priceMinor).toBe(order.priceMinor + 1_000n);
  });

  it.each(rounds)('two windows add one upgrade once (%i)', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    expect(await won([addFirst(order, { key: 'a' }), addFirst(order, { key: 'b' })])).toBe(1);
    expect(await escrowOf(ctx, order.orderId)).toBe(order.priceMinor + 1_000n);
  });

  it.each(rounds)('accepted and taken back: one wins (%i)', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    expect(await won([answer(order), withdrawAddition(sellerOf(order), on(order))])).toBe(1);
  });

  it.each(rounds)('two orders, one balance: the second is told (%i)', async () => {
    const first = await rich(await anActiveOrder(world, wish()), 1_500n);
    const second = await anActiveOrder(world, wish({ buyerId: first.buyerId }));
    expect(await won([addFirst(first), addFirst(second)])).toBe(1);
    expect((await balancesOf(ctx, first.buyerId)).creditMinor).toBe(500n);
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
