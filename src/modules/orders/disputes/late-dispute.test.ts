import { balancesOf, verifyLedger } from '#ledger';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { afterEach, describe, expect, it } from 'vitest';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { deliver } from '../deliveries/deliver.ts';
import { deliverPart } from '../deliveries/deliver-part.ts';
import { escrowCheck, splitsCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import { aDeliveredOrder, anActiveOrder, reload, ringClocks } from '../testing/index.ts';
import { CHECKS } from './dispute.ts';
import { openDispute } from './open-dispute.ts';
import { withdrawDispute } from './withdraw-dispute.ts';

const world = await aWorld();
const on = ({ orderId }: Order) => ({ orderId });
const work = { note: 'جزء', files: [], aiUsed: false };
const claim = (order: Order, as = order.buyerId) =>
  openDispute(world.as(as), {
    ...on(order),
    kind: as === order.buyerId ? 'incomplete' : 'refused',
    checks: as === order.buyerId ? CHECKS.incomplete : CHECKS.refused,
    body: 'لم يصل الباقي',
    wantedMinor: 2_000n,
  });
const state = async (order: Order) => (await reload(world, order.orderId)).state;

/** A part stands in it, and the seller is silent since. */
async function anAbandonedOrder(): Promise<Order> {
  const order = await anActiveOrder(world, { deliveryDays: 2 });
  await deliverPart(world.as(order.sellerId), { ...on(order), ...work });
  world.clock.advance(3 * DAY_MS);
  await ringClocks(world.ctx, order.orderId);
  return order;
}

afterEach(async () => {
  expect((await verifyLedger(world.ctx, [escrowCheck, splitsCheck])).differences).toEqual([]);
});

describe('a late order with something delivered', () => {
  it('goes before a judge; a silent seller loses', async () => {
    const order = await anAbandonedOrder();
    await claim(order);
    expect(await state(order)).toBe('disputed');
    world.clock.advance(72 * HOUR_MS);
    await ringClocks(world.ctx, order.orderId);
    expect(await state(order)).toBe('closed');
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(2_000n);
  });

  it('taken back, it returns to the work with its date moved by that time', async () => {
    const order = await anAbandonedOrder();
    await claim(order);
    world.clock.advance(10 * HOUR_MS);
    await withdrawDispute(world.as(order.buyerId), on(order));
    const now = await reload(world, order.orderId);
    expect(now.state).toBe('in_progress');
    expect(now.dueAt?.getTime()).toBe((order.dueAt?.getTime() ?? 0) + 10 * HOUR_MS);
    await deliver(world.as(order.sellerId), { ...on(order), ...work });
  });

  it('also when a change that was asked for does not come', async () => {
    const order = await aDeliveredOrder(world);
    await askForChange(world.as(order.buyerId), { ...on(order), body: 'أغمق' });
    world.clock.advance(4 * DAY_MS);
    await claim(order);
    expect(await state(order)).toBe('disputed');
  });
});

describe('refused', () => {
  it('before it is a day late, with nothing delivered, and to the seller', async () => {
    const late = { code: 'order-late-with-something-delivered' };
    const nothing = await anActiveOrder(world, { deliveryDays: 2 });
    const parted = await anActiveOrder(world, { deliveryDays: 2 });
    await deliverPart(world.as(parted.sellerId), { ...on(parted), ...work });
    world.clock.advance(2 * DAY_MS + 23 * HOUR_MS);
    await expect(claim(parted)).rejects.toMatchObject(late);
    world.clock.advance(HOUR_MS);
    await expect(claim(nothing)).rejects.toMatchObject(late);
    await expect(claim(parted, parted.sellerId)).rejects.toMatchObject({ status: 409 });
    await claim(parted);
  });
});
