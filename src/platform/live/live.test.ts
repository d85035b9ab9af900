import { inTransaction } from '#platform/context';
import { aWorld } from '#test/world';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openLive, publish } from './index.ts';

const world = await aWorld();
const live = openLive(world.url, world.ctx.log);
const heard: unknown[] = [];
live.subscribe('talk:1', (data) => heard.push(data));
afterAll(() => live.close());

/** Words come in the order they were said: when this one is here, all before it are. */
async function everythingHeard(): Promise<unknown[]> {
  const mark = Symbol('mark').toString() + performance.now();
  const arrived = new Promise<void>((done) => {
    const end = live.subscribe(mark, () => {
      end();
      done();
    });
  });
  await inTransaction(world.ctx, async (tx) => {
    publish(tx, mark, {});
  });
  await arrived;
  return heard;
}

beforeEach(async () => {
  // The listening connection opens by itself, a moment after.
  await expect
    .poll(async () => {
      const { rows } = await world.ctx.pool.query(
        "select 1 from pg_stat_activity where datname = current_database() and query like 'listen%'",
      );
      return rows.length;
    })
    .toBe(1);
  heard.length = 0;
});

it('says what a transaction published, in order, once it is committed', async () => {
  await inTransaction(world.ctx, async (tx) => {
    publish(tx, 'talk:1', { seq: 1 });
    await inTransaction(tx, async (inner) => publish(inner, 'talk:1', { seq: 2 }));
    publish(tx, 'talk:2', { seq: 3 });
    expect(await everythingHeard()).toEqual([]);
  });
  expect(await everythingHeard()).toEqual([{ seq: 1 }, { seq: 2 }]);
});

it('says nothing of one that was rolled back', async () => {
  const failing = inTransaction(world.ctx, async (tx) => {
    publish(tx, 'talk:1', { seq: 1 });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await everythingHeard()).toEqual([]);
});
