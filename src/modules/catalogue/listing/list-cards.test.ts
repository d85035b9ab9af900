import { sql } from 'kysely';
import { setStanding } from '#trust';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { saveService } from '../editing/save-service.ts';
import { findService } from '../service-store.ts';
import { aMember, aPublishedService, aServiceInput } from '../testing/index.ts';
import { countSale } from './count-sale.ts';
import { type ListingSort, listCards, listPage } from './list-cards.ts';
import { popularLeaves } from './popular-leaves.ts';
import { refreshSeller } from './refresh-seller.ts';

const world = await aWorld();
await setUp();

async function setUp() {
  const cases = [
    { leafKey: 'logo-design', basePriceMinor: 500n, deliveryDays: 1, upgrades: [] },
    { leafKey: 'logo-design', basePriceMinor: 2_500n, deliveryDays: 7 },
    { leafKey: 'logo-design', basePriceMinor: 1_000n, deliveryDays: 3 },
    { leafKey: 'brand-identity', basePriceMinor: 1_500n, deliveryDays: 3 },
    { leafKey: 'video-editing', basePriceMinor: 500n, deliveryDays: 3 },
  ];
  for (const input of cases) {
    world.clock.advance(1000);
    await aPublishedService(world, { input });
  }
}

const shown = async (query: Partial<Parameters<typeof listPage>[1]>) => {
  const { cards } = await listPage(world.stranger, { sort: 'newest', page: 1, ...query });
  return cards.map((card) => [card.leafKey, Number(card.priceMinor) / 100, card.deliveryDays]);
};

describe('a list', () => {
  it.each<[ListingSort, number[]]>([
    ['newest', [10, 25, 5]],
    ['price-up', [5, 10, 25]],
    ['price-down', [25, 10, 5]],
  ])('of a leaf sorts by %s', async (sort, prices) => {
    expect((await shown({ leafKey: 'logo-design', sort })).map(([, price]) => price)).toEqual(
      prices,
    );
  });

  it('of a group holds its leaves, of all holds everything', async () => {
    expect(await shown({ groupKey: 'design' })).toHaveLength(4);
    expect(await shown({})).toHaveLength(5);
    expect(await shown({ page: 2 })).toEqual([]);
  });

  it('is filtered by price and delivery time', async () => {
    expect(await shown({ groupKey: 'design', priceToMinor: 1_000n })).toHaveLength(2);
    expect(await shown({ groupKey: 'design', priceToMinor: 1_000n, daysTo: 1 })).toEqual([
      ['logo-design', 5, 1],
    ]);
  });

  it('comes with exact counts of its scope', async () => {
    const { counts } = await listPage(world.stranger, {
      groupKey: 'design',
      sort: 'newest',
      page: 1,
    });
    const { rows } = await sql<{ priceMinor: bigint; deliveryDays: number; services: number }>`
      select price_minor as "priceMinor", delivery_days as "deliveryDays", count(*)::int as services
      from catalogue.service_cards where group_key = 'design' group by 1, 2`.execute(world.ctx.db);
    const sorted = (list: typeof rows) =>
      list.map((row) => [row.priceMinor, row.deliveryDays, row.services].join()).sort();
    expect(sorted(counts)).toEqual(sorted(rows));
  });
});

describe('cards follow', () => {
  it('sales, each order once', async () => {
    const [card] = await listCards(world.ctx, {
      leafKey: 'video-editing',
      sort: 'newest',
      limit: 1,
    });
    const sale = { orderId: '01a2076b-4400-7b00-8d6f-dad2d148cf70', serviceId: card!.serviceId };
    await Promise.all([
      countSale(world.ctx, sale),
      countSale(world.ctx, sale),
      countSale(world.ctx, sale),
    ]);
    const [best] = await listCards(world.ctx, { sort: 'sales', limit: 1 });
    expect(best).toMatchObject({ serviceId: card!.serviceId, salesCount: 1 });
    expect((await popularLeaves(world.ctx, 1))[0]?.key).toBe('video-editing');
  });

  it('the level of their seller', async () => {
    const sellerId = await aMember(world);
    const { serviceId } = await aPublishedService(world, { sellerId });
    await setStanding(world.ctx, { memberId: sellerId, level: 'trusted', reason: 'بلغ المستوى' });
    await refreshSeller(world.ctx, sellerId);
    const [card] = await listCards(world.ctx, { sort: 'newest', limit: 1 });
    expect(card).toMatchObject({ serviceId, sellerLevel: 'trusted' });
  });

  it('a price change, in the counts too', async () => {
    const { serviceId, sellerId, version } = await aPublishedService(world, {
      input: { leafKey: 'illustration' },
    });
    const service = (await findService(world.ctx, serviceId))!;
    const input = aServiceInput({
      leafKey: 'illustration',
      basePriceMinor: 500n,
      upgrades: service.upgrades,
    });
    await saveService(world.as(sellerId), { serviceId, version, input });
    const { cards, counts } = await listPage(world.ctx, {
      leafKey: 'illustration',
      sort: 'newest',
      page: 1,
    });
    expect(cards[0]?.priceMinor).toBe(500n);
    expect(counts).toEqual([{ priceMinor: 500n, deliveryDays: 3, services: 1 }]);
  });
});
