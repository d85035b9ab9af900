import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '#platform/db';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { readiness } from './readiness.ts';

const world = await aWorld();
const later = await mkdtemp(join(tmpdir(), 'hirfa-migrations-'));
await cp(resolve('db/migrations'), later, { recursive: true });
await writeFile(join(later, '9999_later.sql'), 'select 1;');
const closed = openDatabase('postgresql://nobody@127.0.0.1:1/none');
afterAll(async () => {
  await rm(later, { recursive: true });
  await closed.close();
});

describe('readiness', () => {
  it('is given when the database answers and knows every migration', async () => {
    expect(await readiness(world.ctx)).toEqual({
      ready: true,
      database: 'answers',
      migrations: 'current',
    });
  });

  it('is refused while a migration has not run', async () => {
    expect(await readiness(world.ctx, later)).toEqual({
      ready: false,
      database: 'answers',
      migrations: 'behind',
    });
  });

  it('is refused while the database is away', async () => {
    expect(await readiness({ ...world.ctx, pool: closed.pool })).toEqual({
      ready: false,
      database: 'away',
      migrations: 'unknown',
    });
  });
});
