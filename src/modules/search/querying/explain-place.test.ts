import { aPublishedService } from '#catalogue/testing';
import { drainFacts } from '#platform/facts';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { explainPlace } from './explain-place.ts';

const world = await aWorld();
const best = await aPublishedService(world);
const other = await aPublishedService(world, { input: { title: 'بطاقة عمل مع شعار صغير' } });
await drainFacts(world.ctx, searchListeners);
const about = (serviceId: string, text: string) => ({ serviceId, text, filters: {} });

it('says the place, what of the words counted and what of the quality', async () => {
  const told = await explainPlace(world.as(other.sellerId), about(other.serviceId, 'تصميم شعار'));
  expect(told.place).toBe(2);
  expect(told.of).toBe(2);
  expect(told.text.text).toBeLessThan(1);
  expect(told.newcomer).toBe(true);
  expect(Object.keys(told.parts)).toEqual(Object.keys(told.weights));
});

it('of a service that does not answer there is no place', async () => {
  const told = await explainPlace(
    world.as(other.sellerId),
    about(other.serviceId, 'ترجمة قانونية'),
  );
  expect(told.place).toBeUndefined();
});

it('is the seller’s and the staff’s alone', async () => {
  const question = about(best.serviceId, 'تصميم شعار');
  for (const ctx of [world.stranger, world.as(other.sellerId)])
    await expect(explainPlace(ctx, question)).rejects.toThrow(NotFound);
  await expect(explainPlace(world.as(best.sellerId), about('x', 'شعار'))).rejects.toThrow(NotFound);
  expect((await explainPlace(world.as(other.sellerId, ['support']), question)).place).toBe(1);
});
