import { inTransaction } from '#platform/context';
import { defineFact, defineListener, recordFact, relayFacts } from '#platform/facts';
import { aWorld } from '#test/world';
import { beforeAll, describe, expect, it } from 'vitest';
import { defineJob, startWorker } from './index.ts';
import { openPresence } from './worker-presence.ts';

let world: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  world = await aWorld();
});

/** A job in the hands of a runner, as it stands when that runner is killed. */
async function aJobInHandsOf(runnerId: string, name: string): Promise<void> {
  const { pool } = world.ctx;
  await pool.query(`select graphile_worker.add_job($1)`, [name]);
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = $1, attempts = 1
      where task_id = (select id from graphile_worker._private_tasks where identifier = $2)`,
    [runnerId, name],
  );
}

async function holderOf(name: string): Promise<string | null | undefined> {
  const { rows } = await world.ctx.pool.query<{ locked_by: string | null }>(
    `select locked_by from graphile_worker._private_jobs where task_id =
      (select id from graphile_worker._private_tasks where identifier = $1)`,
    [name],
  );
  return rows[0]?.locked_by;
}

describe('jobs of a killed process', () => {
  it('are done by the next one', async () => {
    let done = 0;
    const job = defineJob({
      name: 'test.cut-short',
      run: async () => {
        done += 1;
      },
    });
    await aJobInHandsOf('pool-dead', job.name);
    const worker = await startWorker(world.ctx, { jobs: [job], listeners: [] });
    await expect.poll(() => done, { timeout: 10_000 }).toBe(1);
    await worker.stop();
    expect(await holderOf(job.name)).toBeUndefined();
  });

  it('and those of a living one are left to it', async () => {
    await aJobInHandsOf('pool-alive', 'test.long');
    const alive = openPresence(world.ctx.pool, 'pool-alive');
    await alive.renew();
    const other = openPresence(world.ctx.pool, 'pool-other');
    await other.renew();
    expect(await holderOf('test.long')).toBe('pool-alive');
    alive.end();
    await expect
      .poll(async () => {
        await other.renew();
        return holderOf('test.long');
      })
      .toBeNull();
    other.end();
  });
});

describe('a job that fails', () => {
  it('waits for its next try with the reason, and the process goes on', async () => {
    let tries = 0;
    const failing = defineJob({
      name: 'test.failing',
      run: async () => {
        tries += 1;
        throw new Error('not today');
      },
    });
    const worker = await startWorker(world.ctx, { jobs: [failing], listeners: [] });
    await world.ctx.pool.query('select graphile_worker.add_job($1)', [failing.name]);
    await expect.poll(() => tries, { timeout: 10_000 }).toBe(1);
    await expect
      .poll(async () => {
        const { rows } = await world.ctx.pool.query<{ last_error: string | null }>(
          `select last_error from graphile_worker.jobs where task_identifier = $1`,
          [failing.name],
        );
        return rows[0]?.last_error;
      })
      .toBe('not today');
    expect(await holderOf(failing.name)).toBeNull();
    await worker.stop();
  });
});

describe('a crowd of facts in one job', () => {
  it('is told one by one, and the one that failed waits alone for its next try', async () => {
    const happened = defineFact<{ thing: number }>('test.crowded');
    const heard: number[] = [];
    const listener = defineListener('test.crowd', happened, async (_ctx, { thing }) => {
      heard.push(thing);
      if (thing === 1) throw new Error('not this one');
    });
    await inTransaction(world.ctx, async (tx) => {
      for (const thing of [0, 1, 2]) await recordFact(tx, happened, { thing });
    });
    expect(await relayFacts(world.ctx.pool, [listener], world.clock.now())).toBe(3);
    const worker = await startWorker(world.ctx, { jobs: [], listeners: [listener] });
    const waiting = async () => {
      const { rows } = await world.ctx.pool.query<{ things: number[]; error: string }>(
        `select array(select (f->'payload'->>'thing')::integer from json_array_elements(payload) f) as things,
          last_error as error
        from graphile_worker._private_jobs where last_error is not null and task_id =
          (select id from graphile_worker._private_tasks where identifier = 'on:test.crowd')`,
      );
      return rows;
    };
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
    await worker.stop();
    expect(heard.toSorted((one, other) => one - other)).toEqual([0, 1, 2]);
    expect(await waiting()).toEqual([
      { things: [1], error: expect.stringContaining('not this one') },
    ]);
  });

  it('a fact alone, as an earlier release added it, is told too, and tried again when it fails', async () => {
    const heard: string[] = [];
    const happened = defineFact<{ thing: string }>('test.alone');
    const listener = defineListener('test.alone', happened, async (_ctx, { thing }) => {
      heard.push(thing);
      if (thing === 'bad') throw new Error('not yet');
    });
    const at = world.clock.now();
    for (const thing of ['good', 'bad']) {
      const fact = { id: thing, kind: happened.kind, at, payload: { thing } };
      await world.ctx.pool.query('select graphile_worker.add_job($1, $2)', [
        'on:test.alone',
        JSON.stringify(fact),
      ]);
    }
    const worker = await startWorker(world.ctx, { jobs: [], listeners: [listener] });
    const failed = async () => {
      const { rows } = await world.ctx.pool.query<{ id: string }>(
        `select payload->>'id' as id from graphile_worker._private_jobs where last_error is not null
          and task_id = (select id from graphile_worker._private_tasks where identifier = 'on:test.alone')`,
      );
      return rows.map(({ id }) => id);
    };
    await expect.poll(failed, { timeout: 10_000 }).toEqual(['bad']);
    await worker.stop();
    expect(heard.toSorted((one, other) => one.localeCompare(other))).toEqual(['bad', 'good']);
  });
});
