import { sql } from 'kysely';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { cardsOf } from '../listing/list-cards.ts';
import { pauseService } from '../life-cycle/pause-service.ts';
import { resumeService } from '../life-cycle/resume-service.ts';
import { aPublishedService } from '../testing/index.ts';
import { readClosure } from './closure.ts';
import { getSellableService } from './get-sellable-service.ts';
import { setQueueLimit } from './set-queue-limit.ts';
import { updateQueue } from './update-queue.ts';

const world = await aWorld();
const { ctx } = world;
const listed = async (serviceId: string) => (await cardsOf(ctx, [serviceId])).length === 1;
const count = (serviceId: string, running: number) =>
  updateQueue(ctx, serviceId, () => Promise.resolve(running));

describe('the queue of a service', () => {
  it('is counted only with a limit, and lists or hides the service by it', async () => {
    const { serviceId, sellerId } = await aPublishedService(world);
    let asked = 0;
    await updateQueue(ctx, serviceId, () => Promise.resolve((asked += 1)));
    expect(asked).toBe(0);
    await setQueueLimit(world.as(sellerId), { serviceId, limit: 2 });
    await count(serviceId, 1);
    expect(await listed(serviceId)).toBe(true);
    await count(serviceId, 2);
    await count(serviceId, 2);
    expect(await listed(serviceId)).toBe(false);
    expect((await getSellableService(ctx, serviceId)).closed).toEqual({
      reason: 'queue-full',
      limit: 2,
    });
    await count(serviceId, 0);
    expect(await listed(serviceId)).toBe(true);
    const { rows } = await sql<{ kind: string }>`select kind from platform.facts
      where payload ->> 'serviceId' = ${serviceId} and kind like '%listed'`.execute(ctx.db);
    expect(rows).toHaveLength(1);
  });

  it('does not bring back what is paused, and holds what is resumed', async () => {
    const { serviceId, sellerId } = await aPublishedService(world);
    const seller = world.as(sellerId);
    await setQueueLimit(seller, { serviceId, limit: 1 });
    await count(serviceId, 1);
    await pauseService(seller, { serviceId });
    await count(serviceId, 0);
    expect(await listed(serviceId)).toBe(false);
    await count(serviceId, 1);
    await resumeService(seller, { serviceId });
    expect(await listed(serviceId)).toBe(false);
    await setQueueLimit(seller, { serviceId, limit: undefined });
    expect(await listed(serviceId)).toBe(true);
  });

  it('counted and limited at once ends in agreement', async () => {
    const { serviceId, sellerId } = await aPublishedService(world);
    const seller = world.as(sellerId);
    await setQueueLimit(seller, { serviceId, limit: 3 });
    await Promise.all([
      ...[1, 2, 3, 2].map((running) => count(serviceId, running)),
      setQueueLimit(seller, { serviceId, limit: 2 }),
      pauseService(seller, { serviceId }),
    ]);
    await count(serviceId, 0);
    expect(await listed(serviceId)).toBe(false);
    await resumeService(seller, { serviceId });
    expect(await listed(serviceId)).toBe(true);
  });
});

it.each([
  [{ state: 'paused' as const }, 'paused'],
  [{ queue_limit: 0 }, 'hidden'],
  [{ queue_limit: 2, running: 2 }, 'queue-full'],
  [{ queue_limit: 2, running: 1 }, undefined],
  [{ away: true, returns_at: new Date(0), queue_limit: 0 }, 'away'],
  [{}, undefined],
])('%j is closed by: %s', (change, reason) => {
  const row = {
    state: 'published' as const,
    away: false,
    queue_limit: null,
    running: null,
    returns_at: null,
  };
  expect(readClosure({ ...row, ...change })?.reason).toBe(reason);
});
