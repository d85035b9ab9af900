import { getSellableService, pauseService, resumeService } from '#catalogue';
import { aPublishedService } from '#catalogue/testing';
import { balancesOf, verifyLedger } from '#ledger';
import { earn } from '#ledger/testing';
import { escrowCheck, getOrder } from '#orders';
import { newId } from '#platform/context';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  BalanceTooLow,
  DeliveryChanged,
  OwnService,
  PriceChanged,
  PurchaseKeyReused,
  ServiceChanged,
} from '../checkout-errors.ts';
import { aSale } from '../testing/buying.fixture.ts';
import { buyFromBalance } from './buy-from-balance.ts';

const world = await aWorld();
await aServer(world);
const { ctx } = world;
const { sold, aBuyer, choice, spendable, ordersOf, reprice } = await aSale(world);
const service = await getSellableService(ctx, sold.serviceId);

describe('buying from the balance', () => {
  it('reserves the price, credit first, and opens the order as it was shown', async () => {
    const buyerId = await aBuyer(1_000n);
    await earn(ctx, buyerId, 5_000n);
    const [card] = service.upgrades;
    const wanted = choice({
      upgradeIds: [card?.upgradeId],
      quantity: 2,
      shownPriceMinor: 5_000n,
      shownDays: 4,
    });
    const { orderId } = await buyFromBalance(world.as(buyerId), wanted);
    expect(await balancesOf(ctx, buyerId)).toMatchObject({ creditMinor: 0n, earnedMinor: 1_000n });
    expect(await getOrder(world.as(buyerId), orderId)).toMatchObject({
      state: 'awaiting_requirements',
      sellerId: sold.sellerId,
      priceMinor: 5_000n,
      feeMinor: 0n,
      commissionBps: 2_000,
      clearingDays: 14,
      deliveryDays: 4,
      items: [
        { kind: 'service', unitPriceMinor: 1_500n, quantity: 2 },
        { kind: 'upgrade', unitPriceMinor: 1_000n, quantity: 2, upgradeId: card?.upgradeId },
      ],
    });
  });

  const refusals: [string, () => Promise<[buyerId: string, change: object]>, unknown][] = [
    [
      'another price than was shown',
      async () => [await aBuyer(), { shownPriceMinor: 1_499n }],
      PriceChanged,
    ],
    [
      'another time than was shown',
      async () => [await aBuyer(), { shownDays: 2 }],
      DeliveryChanged,
    ],
    ['one’s own service', async () => [sold.sellerId, {}], OwnService],
    ['more than the balance', async () => [await aBuyer(1_499n), {}], BalanceTooLow],
    [
      'an unknown service',
      async () => [await aBuyer(), { serviceId: newId(ctx) }],
      { status: 404 },
    ],
    ['what is no id', async () => [await aBuyer(), { serviceId: "' or 1=1" }], { status: 404 }],
  ];
  it.each(refusals)('refuses %s and writes nothing', async (_what, given, refusal) => {
    const [buyerId, change] = await given();
    const before = await spendable(buyerId);
    const buying = buyFromBalance(world.as(buyerId), choice(change));
    if (typeof refusal === 'function') await expect(buying).rejects.toBeInstanceOf(refusal);
    else await expect(buying).rejects.toMatchObject(refusal as object);
    expect([await spendable(buyerId), await ordersOf(buyerId)]).toEqual([before, 0]);
  });

  it('refuses strangers', async () => {
    await expect(buyFromBalance(world.stranger, choice())).rejects.toMatchObject({ status: 401 });
  });

  it('says how much is missing', async () => {
    const buying = buyFromBalance(world.as(await aBuyer(1_100n)), choice());
    await expect(buying).rejects.toMatchObject({ details: { missingMinor: 400n } });
  });

  it('opens one order for fifty double clicks', async () => {
    const buyerId = await aBuyer();
    const wanted = choice();
    const clicks = Array.from({ length: 50 }, () => buyFromBalance(world.as(buyerId), wanted));
    const orders = new Set((await Promise.all(clicks)).map(({ orderId }) => orderId));
    expect([orders.size, await spendable(buyerId), await ordersOf(buyerId)]).toEqual([
      1,
      8_500n,
      1,
    ]);
  });

  it('of 64 at once against a balance for 10, exactly 10 succeed', async () => {
    const buyerId = await aBuyer(15_999n);
    const all = await Promise.allSettled(
      Array.from({ length: 64 }, () => buyFromBalance(world.as(buyerId), choice())),
    );
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(all.length - refused.length).toBe(10);
    for (const reason of refused) expect(reason).toBeInstanceOf(BalanceTooLow);
    expect([await spendable(buyerId), await ordersOf(buyerId)]).toEqual([999n, 10]);
  });

  it.each([
    ['another quantity', { quantity: 2, shownPriceMinor: 3_000n }],
    [
      'another upgrade',
      {
        upgradeIds: service.upgrades.slice(0, 1).map(({ upgradeId }) => upgradeId),
        shownPriceMinor: 2_500n,
        shownDays: 4,
      },
    ],
  ])('refuses the same key for %s', async (_what, change) => {
    const buyerId = await aBuyer();
    const wanted = choice();
    await buyFromBalance(world.as(buyerId), wanted);
    await expect(
      buyFromBalance(world.as(buyerId), { ...wanted, ...change }),
    ).rejects.toBeInstanceOf(PurchaseKeyReused);
    expect(await ordersOf(buyerId)).toBe(1);
  });

  it('answers a retry with the first order even when the price and the balance have changed', async () => {
    const own = await aPublishedService(world);
    const buyerId = await aBuyer(1_500n);
    const wanted = choice({ serviceId: own.serviceId });
    const first = await buyFromBalance(world.as(buyerId), wanted);
    expect(await buyFromBalance(world.as(buyerId), wanted)).toEqual(first);
    await reprice(own, 2_000n);
    expect(await buyFromBalance(world.as(buyerId), wanted)).toEqual(first);
    await pauseService(world.as(own.sellerId), { serviceId: own.serviceId });
    expect(await buyFromBalance(world.as(buyerId), wanted)).toEqual(first);
    expect(await ordersOf(buyerId)).toBe(1);
  });

  it('is refused while the service is paused, and possible again after', async () => {
    const own = await aPublishedService(world);
    const buyer = world.as(await aBuyer());
    const wanted = choice({ serviceId: own.serviceId });
    await pauseService(world.as(own.sellerId), { serviceId: own.serviceId });
    await expect(buyFromBalance(buyer, wanted)).rejects.toBeInstanceOf(ServiceChanged);
    await resumeService(world.as(own.sellerId), { serviceId: own.serviceId });
    await expect(buyFromBalance(buyer, wanted)).resolves.toHaveProperty('orderId');
  });

  it('never trusts what this process remembers: the statement looks at the version again', async () => {
    const own = await aPublishedService(world);
    const buyerId = await aBuyer();
    await getSellableService(ctx, own.serviceId);
    // As another process would: this one is not told.
    await sql`update catalogue.services set state = 'paused' where id = ${own.serviceId}`.execute(
      ctx.db,
    );
    const buying = buyFromBalance(world.as(buyerId), choice({ serviceId: own.serviceId }));
    await expect(buying).rejects.toBeInstanceOf(ServiceChanged);
    expect([await spendable(buyerId), await ordersOf(buyerId)]).toEqual([10_000n, 0]);
  });
});

it('after all of it the ledger and the orders agree', async () => {
  expect(await verifyLedger(ctx, [escrowCheck])).toMatchObject({ ok: true });
});
