import { archiveService, countSale } from '#catalogue';
import { aPublishedService } from '#catalogue/testing';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { indexServices } from './index-services.ts';

const world = await aWorld();
const documents = async (serviceId: string) => {
  const { rows } = await world.ctx.pool.query(
    'select sales_count as sales, words::text, title_words as title from search.documents where service_id = $1',
    [serviceId],
  );
  return rows as { sales: number; words: string; title: string }[];
};

it('writes a listed service with its words weighted, once however often it runs', async () => {
  const { serviceId } = await aPublishedService(world);
  await Promise.all([indexServices(world.ctx, [serviceId]), indexServices(world.ctx, [serviceId])]);
  const [document, ...others] = await documents(serviceId);
  expect(others).toEqual([]);
  expect(document?.words).toContain("'^تصميم'");
  expect(document?.words).toContain("'~s:logo-design'");
  expect(document?.title).toMatch(/^تصميم /);
});

it('follows the figures, and goes when the service leaves the lists', async () => {
  const { serviceId, sellerId } = await aPublishedService(world);
  await indexServices(world.ctx, [serviceId]);
  await countSale(world.ctx, { orderId: '01a2076b-4400-7b00-8d6f-dad2d148cf70', serviceId });
  await indexServices(world.ctx, [serviceId]);
  expect((await documents(serviceId))[0]?.sales).toBe(1);
  await archiveService(world.as(sellerId), { serviceId });
  await indexServices(world.ctx, [serviceId]);
  expect(await documents(serviceId)).toEqual([]);
});

it('of an unknown service does nothing', async () => {
  await indexServices(world.ctx, ['01a2076b-4400-7b00-8d6f-dad2d148cf70']);
  expect(await documents('01a2076b-4400-7b00-8d6f-dad2d148cf70')).toEqual([]);
});
