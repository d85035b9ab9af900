import { resolve } from 'node:path';
import { aMember } from '#identity/testing';
import { FILLING_LOCK } from '#world/souq';
import { aWorld, type World } from '#test/world';
import { beforeEach, describe, expect, it } from 'vitest';
import { undoBrokenWorld } from './broken-world.ts';

const migrations = resolve('db/migrations');
let world: World;
beforeEach(async () => {
  world = await aWorld();
  await aMember(world);
});

async function members(): Promise<number> {
  const { rows } = await world.ctx.pool.query('select 1 from identity.members');
  return rows.length;
}

const mark = (begun: boolean, filled: boolean) =>
  world.ctx.pool.query('update platform.world set begun = $1, filled = $2', [begun, filled]);

describe('a market at the next start', () => {
  it('that was killed half way is thrown away, and the database is as new', async () => {
    await mark(true, false);
    expect(await undoBrokenWorld(world.ownerUrl, migrations)).toBe(true);
    expect(await members()).toBe(0);
    expect(await undoBrokenWorld(world.ownerUrl, migrations)).toBe(false);
  });

  it.each([
    ['was never begun', false, false],
    ['is filled', true, true],
  ])('that %s stays', async (_what, begun, filled) => {
    await mark(begun, filled);
    expect(await undoBrokenWorld(world.ownerUrl, migrations)).toBe(false);
    expect(await members()).toBe(1);
  });

  it('that another process is filling right now stays', async () => {
    await mark(true, false);
    const other = await world.ctx.pool.connect();
    try {
      await other.query('select pg_advisory_lock($1)', [FILLING_LOCK]);
      expect(await undoBrokenWorld(world.ownerUrl, migrations)).toBe(false);
      expect(await members()).toBe(1);
    } finally {
      await other.query('select pg_advisory_unlock($1)', [FILLING_LOCK]);
      other.release();
    }
  });
});
