import { inTransaction } from '#platform/context';
import { aWorld } from '#test/world';
import { beforeAll, describe, expect, it } from 'vitest';
import { defineFact, defineListener, drainFacts, recordFact, relayFacts } from './index.ts';

const happened = defineFact<{ thing: string }>('test.thing-happened');
let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});

describe('facts', () => {
  it('a fact of a rolled back change never happened', async () => {
    await expect(
      inTransaction(world.ctx, async (tx) => {
        await recordFact(tx, happened, { thing: 'lost' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const { rows } = await world.ctx.pool.query('select 1 from platform.facts');
    expect(rows).toHaveLength(0);
  });

  it('two relays at once make one job of each fact for each listener', async () => {
    const heard: string[] = [];
    const listener = defineListener('test.hear', happened, async (_ctx, payload) => {
      heard.push(payload.thing);
    });
    await inTransaction(world.ctx, async (tx) => {
      for (let index = 0; index < 700; index += 1)
        await recordFact(tx, happened, { thing: `${index}` });
    });
    const taken = await Promise.all(
      [1, 2, 3].map(() => relayFacts(world.ctx.pool, [listener], world.clock.now())),
    );
    const more = await relayFacts(world.ctx.pool, [listener], world.clock.now());
    expect([...taken, more].reduce((sum, count) => sum + count, 0)).toBe(700);
    const { rows } = await world.ctx.pool.query<{ count: bigint }>(
      `select count(*) as count from graphile_worker.jobs where task_identifier = 'on:test.hear'`,
    );
    expect(rows[0]?.count).toBe(700n);
  });

  it('draining gives each waiting fact to its listeners once', async () => {
    const heard: string[] = [];
    const listener = defineListener('test.hear', happened, async (_ctx, payload) => {
      heard.push(payload.thing);
    });
    await inTransaction(world.ctx, (tx) => recordFact(tx, happened, { thing: 'now' }));
    await drainFacts(world.ctx, [listener]);
    await drainFacts(world.ctx, [listener]);
    expect(heard).toEqual(['now']);
  });
});
