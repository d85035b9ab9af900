import { balancesOf } from '#ledger';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { prolongAcceptance } from '../deliveries/prolong-acceptance.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import { aDeliveredOrder, anActiveOrder, anOrder, reload } from '../testing/index.ts';
import { anOrderLife, on } from '../testing/order-life.fixture.ts';

const world = await aWorld();
const { passes, reminders } = anOrderLife(world);

describe('time', () => {
  it('without requirements: reminders at 12 and 36 hours, cancelled at 48, all back with the fee', async () => {
    const order = await anOrder(world, {
      priceMinor: 3_000n,
      fromEarnedMinor: 1_000n,
      feeMinor: 100n,
    });
    await passes(11.9);
    expect(await reminders(order.orderId)).toEqual([]);
    await passes(0.2);
    await passes(24);
    expect(await reminders(order.orderId)).toEqual([
      'requirements-wanted',
      'requirements-last-hours',
    ]);
    expect((await reload(world, order.orderId)).state).toBe('awaiting_requirements');
    await passes(12);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
    expect(await balancesOf(world.ctx, order.buyerId)).toMatchObject({
      creditMinor: 2_100n,
      earnedMinor: 1_000n,
    });
  });

  it('late with nothing delivered: told, may cancel after a day, cancels itself after seven', async () => {
    const order = await anActiveOrder(world);
    await sendOrderMessage(world.as(order.sellerId), { ...on(order), body: 'بدأت', key: 'k' });
    await passes(2.5 * 24);
    await passes(24 + 11);
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      code: 'order-late-with-nothing-delivered',
    });
    await passes(4 * 24);
    expect(await reminders(order.orderId)).toEqual(['due-soon', 'late', 'late-may-cancel']);
    await passes(2 * 24);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
    await passes(2);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
    expect(await reminders(order.orderId)).toEqual([
      'due-soon',
      'late',
      'late-may-cancel',
      'late-last-day',
    ]);
  });

  it('a delivery unanswered: reminders at 24, 48, 66 hours, completed at 72', async () => {
    const order = await aDeliveredOrder(world);
    for (const hours of [24, 24, 18]) await passes(hours);
    expect(await reminders(order.orderId)).toEqual([
      'acceptance-wanted',
      'acceptance-last-day',
      'acceptance-last-hours',
    ]);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
    await passes(6);
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });

  it('prolonged once: 72 hours more, reminders anew', async () => {
    const order = await aDeliveredOrder(world);
    await passes(70);
    await prolongAcceptance(world.as(order.buyerId), on(order));
    await expect(prolongAcceptance(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      code: 'order-not-prolonged-yet',
    });
    for (const hours of [28, 24, 18]) await passes(hours);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
    await passes(4.1);
    expect((await reload(world, order.orderId)).state).toBe('completed');
    expect(await reminders(order.orderId)).toEqual([
      'acceptance-last-hours',
      'acceptance-wanted',
      'acceptance-last-day',
      'acceptance-last-hours',
    ]);
  });

  it('after a first delivery an order never cancels itself, however late', async () => {
    const order = await aDeliveredOrder(world);
    await askForChange(world.as(order.buyerId), { ...on(order), body: 'أغمق' });
    await passes(60 * 24);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      status: 409,
    });
  });

  it('a standstill of a year ends in the same states, step by step', async () => {
    const [waiting, active, delivered] = [
      await anOrder(world),
      await anActiveOrder(world),
      await aDeliveredOrder(world),
    ];
    await passes(365 * 24);
    const states = await Promise.all(
      [waiting, active, delivered].map(async (one) => (await reload(world, one.orderId)).state),
    );
    expect(states).toEqual(['cancelled', 'cancelled', 'completed']);
    await passes(15 * 24);
    expect((await reload(world, delivered.orderId)).state).toBe('closed');
  });
});

describe('the seller says nothing', () => {
  it('for 24 hours: both are told, and the buyer may cancel', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 7 });
    await passes(23.9);
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      status: 409,
    });
    await passes(0.2);
    expect(await reminders(order.orderId)).toEqual(['first-word-wanted', 'seller-silent']);
    await cancelOrder(world.as(order.buyerId), on(order));
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor);
  });

  it('a word in time takes that away', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 7 });
    await sendOrderMessage(world.as(order.sellerId), { ...on(order), body: 'مرحبًا', key: 'a' });
    await passes(30);
    expect(await reminders(order.orderId)).toEqual([]);
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      status: 409,
    });
  });
});
