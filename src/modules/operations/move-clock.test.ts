import { aWorld } from '#test/world';
import { asSystem, type Ctx } from '#platform/context';
import { openLive } from '#platform/live';
import { DAY_MS, movableClock } from '#platform/time';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveClock } from './move-clock.ts';

const world = await aWorld();
const live = openLive(world.url, world.ctx.log);
afterAll(() => live.close());

/** A process whose clock follows the database, as that of a demonstration does. */
const clock = movableClock(world.clock);
const ctx: Ctx = { ...asSystem(world.ctx, 'test'), clock };
live.subscribe('clock', (data) => clock.advance((data as { byMs: number }).byMs));

// A process listens a moment after it was started: what is said before that, nobody hears.
beforeAll(async () => {
  let heard = false;
  live.subscribe('ready', () => {
    heard = true;
  });
  const ready = JSON.stringify({ topic: 'ready', data: {} });
  while (!heard) {
    await sql`select pg_notify('live', ${ready})`.execute(world.ctx.db);
    await new Promise((later) => setTimeout(later, 20));
  }
});

const waiting = async () => {
  const { rows } = await world.handle.pool.query<{ name: string }>(
    'select task_identifier as name from graphile_worker.jobs order by 1',
  );
  return rows.map((row) => row.name);
};
const offset = async () => {
  const { rows } = await world.handle.pool.query<{ offset_ms: bigint }>(
    'select offset_ms from platform.clock',
  );
  return rows[0]?.offset_ms;
};

describe('moving the clock of a demonstration', () => {
  it('keeps the move for every process, tells them, and wakes what waits for time', async () => {
    const before = clock.now().getTime();
    await moveClock(ctx, { byMs: 14 * DAY_MS });
    expect(clock.now().getTime() - before).toBe(14 * DAY_MS);
    expect(await offset()).toBe(BigInt(14 * DAY_MS));
    expect(await waiting()).toEqual([
      'checkout.sweep-offers',
      'ledger.expire-holds',
      'notifications.send-alerts',
      'notifications.send-digests',
      'orders.sweep-timers',
      'reviews.sweep-timers',
      'wallet.poll-payments',
      'wallet.sweep-clearings',
    ]);
  });

  it('adds up, and wakes each job once however often it is moved', async () => {
    await moveClock(ctx, { byMs: DAY_MS });
    expect(await offset()).toBe(BigInt(15 * DAY_MS));
    expect(await waiting()).toHaveLength(8);
  });

  it.each([
    ['back', -DAY_MS],
    ['not at all', 0],
    ['by a part of a millisecond', 0.5],
    ['by more than a year', 400 * DAY_MS],
    ['by no number', Number.NaN],
  ])('refuses to go %s', async (_, byMs) => {
    await expect(moveClock(ctx, { byMs })).rejects.toMatchObject({
      code: 'operations-clock-moves-forward',
    });
    expect(await offset()).toBe(BigInt(15 * DAY_MS));
  });

  it('is not there outside a demonstration', async () => {
    const real = { ...ctx, site: { ...ctx.site, demo: false } };
    await expect(moveClock(real, { byMs: DAY_MS })).rejects.toMatchObject({ status: 404 });
    expect(await offset()).toBe(BigInt(15 * DAY_MS));
  });
});
