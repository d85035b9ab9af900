import { inTransaction } from '#platform/context';
import { aWorld } from '#test/world';
import { beforeEach, expect, it } from 'vitest';
import { wakeSoon } from './index.ts';

const world = await aWorld();
const NAME = 'test.letters';

beforeEach(async () => {
  await world.ctx.pool.query('delete from graphile_worker._private_jobs');
});

const wake = () => inTransaction(world.ctx, async (tx) => wakeSoon(tx, NAME));
const jobs = async () => {
  const { rows } = await world.ctx.pool.query<{ locked: boolean; key: string | null }>(
    'select locked_at is not null as locked, key from graphile_worker._private_jobs order by id',
  );
  return rows;
};

it('is woken once by all who ask before it runs', async () => {
  await Promise.all(Array.from({ length: 12 }, wake));
  await wake();
  expect(await jobs()).toEqual([{ locked: false, key: NAME }]);
});

it('is not woken by what was rolled back', async () => {
  const broken = inTransaction(world.ctx, async (tx) => {
    wakeSoon(tx, NAME);
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  expect(await jobs()).toEqual([]);
});

it.each([
  ['is being done', "locked_at = now(), locked_by = 'another'"],
  ['has failed for good', 'attempts = max_attempts'],
  ['waits for its next try', "attempts = 1, run_at = now() + interval '1 hour'"],
])('is woken when the one that is there %s', async (_, state) => {
  await wake();
  await world.ctx.pool.query(`update graphile_worker._private_jobs set ${state}`);
  await wake();
  const { rows } = await world.ctx.pool.query(
    'select from graphile_worker._private_jobs where is_available and run_at <= now()',
  );
  expect(rows).toHaveLength(1);
});

it('an act stands when its job cannot be woken', async () => {
  await inTransaction(world.ctx, async (tx) => {
    // A text cannot hold it: the statement fails.
    wakeSoon(tx, 'bad\u0000name');
  });
  expect(world.logged.at(-1)).toMatchObject({ level: 'warn', message: 'jobs wait for their time' });
});
