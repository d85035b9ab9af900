import { balancesOf, houseBalanceOf } from '#ledger';
import { DAY_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { withdrawCancellation } from '../cancellations/withdraw-cancellation.ts';
import { deliver } from '../deliveries/deliver.ts';
import { answerExtension } from '../extensions/answer-extension.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { aDeliveredOrder, anActiveOrder, reload } from '../testing/index.ts';
import { anOrderLife, on, work } from '../testing/order-life.fixture.ts';

const world = await aWorld();
const { passes } = anOrderLife(world);

describe('more time', () => {
  it('is given by the buyer, or by silence, at most twice', async () => {
    const order = await anActiveOrder(world);
    const ask = () =>
      askExtension(world.as(order.sellerId), { ...on(order), days: 2, reason: 'مرض' });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'order-extensions-are-left' });
    await answerExtension(world.as(order.buyerId), { ...on(order), agreed: true });
    expect((await reload(world, order.orderId)).dueAt?.getTime()).toBe(
      (order.dueAt?.getTime() ?? 0) + 2 * DAY_MS,
    );
    await ask();
    await passes(48);
    expect((await reload(world, order.orderId)).dueAt?.getTime()).toBe(
      (order.dueAt?.getTime() ?? 0) + 4 * DAY_MS,
    );
    await expect(ask()).rejects.toMatchObject({ code: 'order-extensions-are-left' });
  });

  it('refused, the date stays; delivered meanwhile, the question lapses', async () => {
    const order = await anActiveOrder(world);
    await askExtension(world.as(order.sellerId), { ...on(order), days: 5, reason: 'سفر' });
    await answerExtension(world.as(order.buyerId), { ...on(order), agreed: false });
    expect((await reload(world, order.orderId)).dueAt).toEqual(order.dueAt);
    world.clock.advance(60_000);
    await askExtension(world.as(order.sellerId), { ...on(order), days: 5, reason: 'سفر' });
    await deliver(world.as(order.sellerId), work(order));
    const { rows } = await sql<{ outcome: string }>`select outcome from orders.asks
      where order_id = ${order.orderId} order by asked_at, id`.execute(world.ctx.db);
    expect(rows.map((row) => row.outcome)).toEqual(['refused', 'lapsed']);
  });

  it.each([
    [{ days: 0, reason: 'x' }, { days: 'invalid' }],
    [
      { days: 31, reason: '' },
      { days: 'invalid', reason: 'required' },
    ],
    [
      { days: 1.5, reason: 'x'.repeat(2_001) },
      { days: 'invalid', reason: 'too-long' },
    ],
  ])('is refused as %j', async (input, fields) => {
    const order = await anActiveOrder(world);
    await expect(
      askExtension(world.as(order.sellerId), { ...on(order), ...input }),
    ).rejects.toMatchObject({ fields });
  });
});

describe('cancelling by agreement', () => {
  it('before a delivery: agreed, everything goes back, the fee too', async () => {
    const order = await anActiveOrder(world, { feeMinor: 50n });
    await askCancellation(world.as(order.sellerId), { ...on(order), reason: 'ظرف' });
    await answerCancellation(world.as(order.buyerId), { ...on(order), agreed: true });
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor + 50n);
  });

  it('after a delivery: agreed, the price goes back and the fee is kept', async () => {
    const before = await houseBalanceOf(world.ctx, { kind: 'fees' });
    const order = await aDeliveredOrder(world, { feeMinor: 50n });
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'لا يناسب' });
    await answerCancellation(world.as(order.sellerId), { ...on(order), agreed: true });
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor);
    expect(await houseBalanceOf(world.ctx, { kind: 'fees' })).toBe(before + 50n);
  });

  it('silence means yes before a first delivery', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 30 });
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'غيّرت رأيي' });
    await passes(48);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
  });

  it('silence means no after it, and the clock of acceptance keeps running', async () => {
    const order = await aDeliveredOrder(world);
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'لا يناسب' });
    await passes(48);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
    await passes(24);
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });

  it('delivered while the question waits: silence then means no', async () => {
    const order = await anActiveOrder(world);
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'تأخر' });
    await deliver(world.as(order.sellerId), work(order));
    await passes(49);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
  });

  it('taken back or refused, the order goes on and one may ask again', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 30 });
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'أ' });
    await withdrawCancellation(world.as(order.buyerId), on(order));
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'ب' });
    await answerCancellation(world.as(order.sellerId), { ...on(order), agreed: false });
    await passes(72);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
  });
});
