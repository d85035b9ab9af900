import { aCompletedOrder } from '#orders/testing';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { beginPair } from '../writing/begin-pair.ts';
import { ringReviewTimer } from './ring-review-timer.ts';

const world = await aWorld();

const facts = async (orderId: string) => {
  const { rows } = await world.ctx.pool.query<{ kind: string }>(
    "select kind from platform.facts where kind like 'reviews.%' and payload->>'orderId' = $1",
    [orderId],
  );
  return rows.map(({ kind }) => kind);
};

it('does nothing before it is due, and each step once, however many ring', async () => {
  const { orderId } = await aCompletedOrder(world);
  await beginPair(world.ctx, orderId);
  await beginPair(world.ctx, orderId);
  expect(await ringReviewTimer(world.ctx, orderId)).toBe(false);
  world.clock.advance(24 * HOUR_MS);
  const rung = await Promise.all([1, 2, 3].map(() => ringReviewTimer(world.ctx, orderId)));
  expect(rung.filter(Boolean)).toHaveLength(1);
  expect(await facts(orderId)).toEqual(['reviews.review-wanted', 'reviews.review-wanted']);
});
