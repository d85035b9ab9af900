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

  it("three relays at once give each fact to its listener's jobs once, up to twenty together", async () => {
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
    const { rows } = await world.ctx.pool.query<{ facts: { id: string }[] }>(
      `select payload as facts from graphile_worker._private_jobs where task_id =
        (select id from graphile_worker._private_tasks where identifier = 'on:test.hear')`,
    );
    const ids = rows.flatMap(({ facts }) => facts.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([700, 700]);
    expect(Math.max(...rows.map(({ facts }) => facts.length))).toBe(20);
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
