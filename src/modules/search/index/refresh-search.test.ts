import { setStanding } from '#trust';
import { aPublishedService } from '#catalogue/testing';
import { drainFacts } from '#platform/facts';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { searchServices } from '../querying/search-services.ts';
import { countQuality } from './count-quality.ts';
import { countWords } from './count-words.ts';
import { indexServices } from './index-services.ts';
import { tierSizes } from './lexemes.ts';
import { markOnline } from './mark-online.ts';
import { moveTiers } from './move-tiers.ts';
import { rebuildSearch } from './rebuild-search.ts';
import { refreshSearch } from './refresh-search.ts';
import { reindexStale } from './reindex-stale.ts';

const world = await aWorld();
const { serviceId, sellerId } = await aPublishedService(world);
const other = await aPublishedService(world, { input: { title: 'تدقيق لغوي للرسائل الجامعية' } });
await drainFacts(world.ctx, searchListeners);

const read = async (id: string) => {
  const { rows } = await world.ctx.pool.query<{
    quality: number;
    tier: number;
    words: string;
    online: boolean;
    analyzer: number;
  }>(
    'select quality, tier, words::text, online, analyzer from search.documents where service_id = $1',
    [id],
  );
  return rows[0];
};
const find = async (text: string, filters = {}) =>
  (await searchServices(world.stranger, { text, filters, sort: 'best', page: 1 })).cards.map(
    (card) => card.serviceId,
  );

it('counts quality anew, and nothing when nothing happened', async () => {
  await world.ctx.pool.query('update search.documents set quality = 0.9 where service_id = $1', [
    serviceId,
  ]);
  expect(await countQuality(world.ctx)).toBe(1);
  expect((await read(serviceId))?.quality).toBeLessThan(0.7);
  expect(await countQuality(world.ctx)).toBe(0);
});

it('moves a service to the tier of its rank, and its marks with it', async () => {
  await world.ctx.pool.query(
    `update search.documents set tier = 9, words = ts_delete(words, '{~t1,~t2,~t3,~t4,~t5,~t6,~t7,~t8}'::text[])
     where service_id = $1`,
    [serviceId],
  );
  expect(await moveTiers(world.ctx)).toBe(1);
  const moved = await read(serviceId);
  expect(moved?.tier).toBe(1);
  for (const tier of tierSizes.keys()) expect(moved?.words).toContain(`'~t${tier + 1}'`);
  expect(await moveTiers(world.ctx)).toBe(0);
});

it('a newcomer is one until it is known', async () => {
  expect((await read(serviceId))?.words).toContain("'~new'");
  await world.ctx.pool.query('update search.documents set sales_count = 3 where service_id = $1', [
    serviceId,
  ]);
  await moveTiers(world.ctx);
  expect((await read(serviceId))?.words).not.toContain("'~new'");
  expect((await read(other.serviceId))?.words).toContain("'~new'");
});

it('counts words of titles and terms of all texts', async () => {
  await countWords(world.ctx);
  const { rows } = await world.ctx.pool.query(
    "select documents, titles from search.terms where term = 'تصميم'",
  );
  expect(rows).toEqual([{ documents: 2, titles: 1 }]);
  const words = await world.ctx.pool.query(
    "select documents from search.vocabulary where surface = 'تصميم'",
  );
  expect(words.rows).toEqual([{ documents: 1 }]);
});

it('knows who is online within a minute, and who no longer', async () => {
  await world.ctx.pool.query('update identity.members set last_seen_at = $2 where id = $1', [
    sellerId,
    world.clock.now(),
  ]);
  await markOnline(world.ctx);
  expect((await read(serviceId))?.online).toBe(true);
  expect(await find('شعار', { online: true })).toEqual([serviceId]);
  world.clock.advance(11 * 60_000);
  await markOnline(world.ctx);
  expect((await read(serviceId))?.online).toBe(false);
  expect(await find('شعار', { online: true })).toEqual([]);
});

it('indexes anew what an older analyser wrote, and only that', async () => {
  await world.ctx.pool.query('update search.documents set analyzer = 0 where service_id = $1', [
    serviceId,
  ]);
  expect(await reindexStale(world.ctx)).toBe(1);
  expect((await read(serviceId))?.analyzer).toBeGreaterThan(0);
  expect(await reindexStale(world.ctx)).toBe(0);
});

it('a listed service that has no row is given one', async () => {
  await world.ctx.pool.query('delete from search.documents where service_id = $1', [serviceId]);
  expect(await reindexStale(world.ctx)).toBe(1);
  expect(await read(serviceId)).toBeDefined();
});

it('built anew it holds the same, and what came meanwhile', async () => {
  const late = await aPublishedService(world, { input: { title: 'تلخيص كتب التاريخ' } });
  let during: Promise<void> | undefined;
  const done = await rebuildSearch(world.ctx, () => {
    during ??= indexServices(world.ctx, [late.serviceId]);
  });
  await during;
  expect(done).toBeGreaterThanOrEqual(2);
  expect(await find('تلخيص كتب')).toContain(late.serviceId);
  expect(await find('شعار')).toContain(serviceId);
  const { rows } = await world.ctx.pool.query(
    "select count(*)::int as n, count(*) filter (where words @@ '''~t1''')::int as best from search.documents",
  );
  expect(rows).toEqual([{ n: 3, best: 3 }]);
});

it('the hourly round follows a level', async () => {
  const before = (await read(other.serviceId))?.quality ?? 0;
  await setStanding(world.ctx, {
    memberId: other.sellerId,
    level: 'trusted',
    reason: 'أنجز 60 طلبًا',
  });
  await drainFacts(world.ctx, searchListeners);
  await refreshSearch(world.ctx);
  expect((await read(other.serviceId))?.quality).toBeGreaterThanOrEqual(before);
});
