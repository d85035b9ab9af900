import { DAY_MS, HOUR_MS } from '#platform/time';
import { NotFound } from '#platform/refusals';
import { verifyLedger } from '#ledger';
import { aWorld } from '#test/world';
import { afterEach, describe, expect, it } from 'vitest';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { escrowCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import { askRefund } from '../refunds/ask-refund.ts';
import { getOrderRoom } from '../talk/order-room.ts';
import {
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  reload,
  ringClocks,
  someId,
} from '../testing/index.ts';
import { askForChange } from './ask-for-change.ts';
import { deliver } from './deliver.ts';
import { deliverPart } from './deliver-part.ts';

const world = await aWorld();
const on = ({ orderId }: Order) => ({ orderId });
const work = { note: 'النموذج الأول', files: [], aiUsed: false };
const part = (order: Order, more: Partial<Parameters<typeof deliverPart>[1]> = {}) =>
  deliverPart(world.as(order.sellerId), { ...on(order), ...work, ...more });
const buyerOf = (order: Order) => world.as(order.buyerId);

afterEach(async () => {
  expect((await verifyLedger(world.ctx, [escrowCheck])).differences).toEqual([]);
});

describe('a part of the work', () => {
  it('is seen by the buyer while the order and its date stay as they are', async () => {
    const order = await anActiveOrder(world);
    await part(order);
    const now = await reload(world, order.orderId);
    expect([now.state, now.dueAt, now.deliveredAt]).toEqual(['in_progress', order.dueAt, null]);
    const { deliveries } = await getOrderRoom(buyerOf(order), order.orderId);
    expect(deliveries).toMatchObject([{ part: true, number: 1, note: 'النموذج الأول' }]);
  });

  it('is numbered apart from whole deliveries, so that changes stay with theirs', async () => {
    const order = await anActiveOrder(world);
    await part(order);
    await part(order);
    await deliver(world.as(order.sellerId), { ...on(order), ...work });
    await askForChange(buyerOf(order), { ...on(order), body: 'أغمق' });
    world.clock.advance(1_000);
    await part(order);
    const { deliveries } = await getOrderRoom(buyerOf(order), order.orderId);
    const numbers = deliveries.map((one) => `${one.part ? 'part' : 'whole'} ${one.number}`);
    expect(numbers).toEqual(['part 1', 'part 2', 'whole 1', 'part 3']);
  });

  it('stands delivered: nobody cancels alone any more, and silence no longer cancels', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 2 });
    await part(order);
    world.clock.advance(4 * DAY_MS);
    await expect(cancelOrder(buyerOf(order), on(order))).rejects.toMatchObject({ status: 409 });
    await askCancellation(buyerOf(order), { ...on(order), reason: 'تأخر' });
    world.clock.advance(49 * HOUR_MS);
    await ringClocks(world.ctx, order.orderId);
    world.clock.advance(20 * DAY_MS);
    await ringClocks(world.ctx, order.orderId);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
    await askRefund(buyerOf(order), { ...on(order), amountMinor: 500n, reason: 'تأخر' });
  });

  it('is the first word of a silent seller', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 7 });
    await part(order);
    world.clock.advance(30 * HOUR_MS);
    await expect(cancelOrder(buyerOf(order), on(order))).rejects.toMatchObject({ status: 409 });
  });

  it('says what machine help was used for, and only where it was used', async () => {
    const order = await anActiveOrder(world);
    await part(order, { aiUsed: true, aiNote: ' خلفية الصورة ' });
    world.clock.advance(1_000);
    await part(order, { aiNote: 'شيء' });
    const { deliveries } = await getOrderRoom(buyerOf(order), order.orderId);
    expect(deliveries.map(({ aiUsed, aiNote }) => [aiUsed, aiNote])).toEqual([
      [true, 'خلفية الصورة'],
      [false, ''],
    ]);
  });
});

describe('refused', () => {
  it('an eleventh part', async () => {
    const order = await anActiveOrder(world);
    for (let count = 0; count < 10; count += 1) await part(order);
    await expect(part(order)).rejects.toMatchObject({ code: 'order-parts-are-left' });
    await deliver(world.as(order.sellerId), { ...on(order), ...work });
  });

  it.each<[string, Parameters<typeof part>[1], Record<string, string>]>([
    ['without a note', { note: ' ' }, { note: 'required' }],
    ['with a note too long', { note: 'ن'.repeat(5_001) }, { note: 'too-long' }],
    [
      'with more about machine help than fits',
      { aiUsed: true, aiNote: 'ن'.repeat(301) },
      { aiNote: 'too-long' },
    ],
    [
      'with more than ten files',
      { files: Array.from({ length: 11 }, () => ({ path: '/nowhere', fileName: 'a.txt' })) },
      { files: 'too-many-files' },
    ],
  ])('%s', async (_what, input, fields) => {
    const order = await anActiveOrder(world);
    await expect(part(order, input)).rejects.toMatchObject({ fields });
  });

  it('before the work began and while a delivery waits for its answer', async () => {
    const moved = { code: 'order-moved' };
    await expect(part(await anOrder(world))).rejects.toMatchObject(moved);
    await expect(part(await aDeliveredOrder(world))).rejects.toMatchObject(moved);
  });

  it('to everybody but the seller it is not there', async () => {
    const order = await anActiveOrder(world);
    const support = world.as(someId(world), ['support', 'admin']);
    for (const as of [world.stranger, world.as(someId(world)), support, buyerOf(order)]) {
      await expect(deliverPart(as, { ...on(order), ...work })).rejects.toThrow(NotFound);
    }
  });

  it('twice with one form: it is one part, also ten times at once', async () => {
    const order = await anActiveOrder(world);
    const sent = Array.from({ length: 10 }, () => part(order, { key: 'form' }));
    const taken = await Promise.all(sent);
    expect(taken.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });
});
