import { inTransaction } from '#platform/context';
import { aWorld, type World } from '#test/world';
import { beforeAll, expect, it } from 'vitest';
import { forgetSettings } from './settings-store.ts';
import { ruleAt } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

it('a rule is read inside a transaction even when every connection of the pool is taken', async () => {
  const most = world.handle.pool.options.max;
  let waiting = 0;
  let release = () => {};
  const allTaken = new Promise<void>((done) => {
    release = done;
  });
  const rules = await Promise.all(
    Array.from({ length: most }, () =>
      inTransaction(world.ctx, async (tx) => {
        waiting += 1;
        if (waiting === most) {
          forgetSettings(tx);
          release();
        }
        await allTaken;
        return ruleAt(tx, 'payout.min-minor');
      }),
    ),
  );
  expect(new Set(rules)).toEqual(new Set([1_000n]));
});
