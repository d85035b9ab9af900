import { getSellableService, saveService, setQueueLimit, startHoliday } from '#catalogue';
import { aMember, aPublishedService, aServiceInput, type FixtureService } from '#catalogue/testing';
import { balancesOf, verifyLedger } from '#ledger';
import { fund } from '#ledger/testing';
import { cancelOrder, escrowCheck } from '#orders';
import { newId } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buyFromBalance } from '../buying/buy-from-balance.ts';
import { QueueFull, SellerAway } from '../checkout-errors.ts';
import { recountQueue } from './recount-queue.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;

async function aBuyer() {
  const memberId = await aMember(world, 'هند');
  await fund(ctx, memberId, 10_000n);
  return world.as(memberId);
}

const buy = (buyer: typeof ctx, { serviceId }: FixtureService, key = newId(ctx)) =>
  buyFromBalance(buyer, {
    serviceId,
    upgradeIds: [],
    quantity: 1,
    shownPriceMinor: 1_500n,
    shownDays: 3,
    key,
  });

async function aLimitedService(limit: number) {
  const sold = await aPublishedService(world);
  await setQueueLimit(world.as(sold.sellerId), { serviceId: sold.serviceId, limit });
  return sold;
}

const listed = async ({ serviceId }: FixtureService) => {
  const { rows } = await sql`select 1 from catalogue.service_cards
    where service_id = ${serviceId}`.execute(ctx.db);
  return rows.length === 1;
};

const running = async ({ serviceId, sellerId }: FixtureService) => {
  const { rows } = await sql<{ orders: number }>`
    select orders.running_of(${sellerId}, ${serviceId}) as orders`.execute(ctx.db);
  return rows[0]?.orders;
};

describe('the last place', () => {
  it('goes to exactly one of many buyers at once, and the others pay nothing', async () => {
    for (const places of [1, 3]) {
      const sold = await aLimitedService(places);
      const buyers = await Promise.all(Array.from({ length: 12 }, aBuyer));
      const all = await Promise.allSettled(buyers.map((buyer) => buy(buyer, sold)));
      const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(all.length - refused.length).toBe(places);
      for (const reason of refused) expect(reason).toBeInstanceOf(QueueFull);
      expect(await running(sold)).toBe(places);
      const losers = buyers.filter((_buyer, index) => all[index]?.status === 'rejected');
      for (const { actor } of losers) {
        const memberId = actor.kind === 'member' ? actor.memberId : '';
        expect(await balancesOf(ctx, memberId)).toMatchObject({ creditMinor: 10_000n });
      }
    }
  });

  it('bought by a double click is one order, and answers it when the queue is full', async () => {
    const sold = await aLimitedService(1);
    const buyer = await aBuyer();
    const key = newId(ctx);
    const clicks = await Promise.all(Array.from({ length: 8 }, () => buy(buyer, sold, key)));
    expect(new Set(clicks.map(({ orderId }) => orderId)).size).toBe(1);
    await server.drain();
    expect(await buy(buyer, sold, key)).toEqual(clicks[0]);
    await expect(buy(buyer, sold)).rejects.toBeInstanceOf(QueueFull);
  });
});

describe('a full queue', () => {
  it('takes the service off the lists until an order ends, and its page says why', async () => {
    const sold = await aLimitedService(1);
    const buyer = await aBuyer();
    const { orderId } = await buy(buyer, sold);
    await server.drain();
    expect(await listed(sold)).toBe(false);
    const closed = await getSellableService(ctx, sold.serviceId);
    expect(closed).toMatchObject({ sellable: false, closed: { reason: 'queue-full', limit: 1 } });
    const page = await server.browser().open(`/services/${closed.number}`);
    const shown = await server.browser().open(page.location ?? `/services/${closed.number}`);
    expect(shown.text).toContain('البائع مشغول بطلبات هذه الخدمة');
    await cancelOrder(buyer, { orderId });
    await server.drain();
    expect(await listed(sold)).toBe(true);
    await buy(await aBuyer(), sold);
  });

  it('does not end what already runs when the limit is lowered, and opens when it is raised', async () => {
    const sold = await aPublishedService(world);
    const seller = world.as(sold.sellerId);
    for (let n = 0; n < 3; n += 1) await buy(await aBuyer(), sold);
    await setQueueLimit(seller, { serviceId: sold.serviceId, limit: 2 });
    await expect(buy(await aBuyer(), sold)).rejects.toBeInstanceOf(QueueFull);
    await server.drain();
    expect([await listed(sold), await running(sold)]).toEqual([false, 3]);
    await setQueueLimit(seller, { serviceId: sold.serviceId, limit: 4 });
    expect(await listed(sold)).toBe(true);
    await buy(await aBuyer(), sold);
    await setQueueLimit(seller, { serviceId: sold.serviceId, limit: undefined });
    await Promise.all((await Promise.all([aBuyer(), aBuyer()])).map((buyer) => buy(buyer, sold)));
    expect(await running(sold)).toBe(6);
  });

  it('of nobody hides the service and sells nothing; edits go on', async () => {
    const sold = await aLimitedService(0);
    expect(await listed(sold)).toBe(false);
    await expect(buy(await aBuyer(), sold)).rejects.toMatchObject({ code: 'service-changed' });
    const { version } = sold;
    const input = aServiceInput({ basePriceMinor: 2_000n });
    await saveService(world.as(sold.sellerId), { serviceId: sold.serviceId, version, input });
    expect(await listed(sold)).toBe(false);
    await setQueueLimit(world.as(sold.sellerId), { serviceId: sold.serviceId, limit: undefined });
    expect(await listed(sold)).toBe(true);
  });

  it('is counted anew however often the facts arrive', async () => {
    const sold = await aLimitedService(2);
    await buy(await aBuyer(), sold);
    await server.drain();
    await Promise.all(Array.from({ length: 5 }, () => recountQueue(ctx, sold.serviceId)));
    const { rows } = await sql`select running from catalogue.queues
      where service_id = ${sold.serviceId}`.execute(ctx.db);
    expect(rows).toEqual([{ running: 1 }]);
    await recountQueue(ctx, (await aPublishedService(world)).serviceId);
  });
});

describe('the limit', () => {
  it.each([-1, 101, 1.5, Number.NaN])('%d is refused', async (limit) => {
    const sold = await aPublishedService(world);
    const act = setQueueLimit(world.as(sold.sellerId), { serviceId: sold.serviceId, limit });
    await expect(act).rejects.toMatchObject({ fields: { limit: 'queue-limit' } });
  });

  it('is its seller’s own to set', async () => {
    const { serviceId } = await aPublishedService(world);
    const input = { serviceId, limit: 0 };
    await expect(setQueueLimit(await aBuyer(), input)).rejects.toBeInstanceOf(NotFound);
    await expect(setQueueLimit(world.stranger, input)).rejects.toMatchObject({ status: 401 });
    expect(await getSellableService(ctx, serviceId)).toMatchObject({ sellable: true });
  });
});

describe('while the seller is on holiday', () => {
  it('nothing is bought, whatever a page still shows', async () => {
    const sold = await aPublishedService(world);
    const buyer = await aBuyer();
    await getSellableService(ctx, sold.serviceId);
    const returnsAt = new Date(ctx.clock.now().getTime() + 86_400_000);
    const [, ...bought] = await Promise.allSettled([
      startHoliday(world.as(sold.sellerId), { returnsAt }),
      ...Array.from({ length: 4 }, () => buy(buyer, sold)),
    ]);
    for (const one of bought) {
      if (one.status === 'rejected') {
        expect(one.reason).toMatchObject({
          code: expect.stringMatching(/^(seller-away|service-changed)$/),
        });
      }
    }
    await expect(buy(buyer, sold)).rejects.toBeInstanceOf(SellerAway);
  });
});

it('after all of it the ledger and the orders agree', async () => {
  expect(await verifyLedger(ctx, [escrowCheck])).toMatchObject({ ok: true });
});
