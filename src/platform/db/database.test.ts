import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';

it('keeps a connection whose statement was refused', async () => {
  const { pool } = (await aWorld()).ctx;
  const { pool: single, close } = openDatabase(pool.options.connectionString ?? '', { max: 1 });
  const backend = async () => (await single.query('select pg_backend_pid() as pid')).rows[0];
  const before = await backend();
  await expect(single.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
  expect(await backend()).toEqual(before);
  await close();
});

it('replaces one that was lost', async () => {
  const { pool } = (await aWorld()).ctx;
  const { pool: single, close } = openDatabase(pool.options.connectionString ?? '', { max: 1 });
  const ended = single.query('select pg_terminate_backend(pg_backend_pid())');
  await expect(ended).rejects.toThrow(/terminat/i);
  expect((await single.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await close();
});
