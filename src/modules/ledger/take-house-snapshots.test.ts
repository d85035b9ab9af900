import { type Ctx, newId } from '#platform/context';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from './proof/verify-ledger.ts';
import { takeHouseSnapshots } from './take-house-snapshots.ts';
import { fund } from './testing/index.ts';

let ctx: Ctx;
beforeAll(async () => {
  ctx = (await aWorld()).ctx;
  await fund(ctx, newId(ctx), 100n);
});

describe('snapshots of house accounts', () => {
  it('leave every balance as it was and are taken only when something moved', async () => {
    const balances = () =>
      sql`select kind, holder, ledger.house_balance(kind, holder) as minor
      from ledger.accounts where balance_minor is null order by kind, holder`.execute(ctx.db);
    const before = (await balances()).rows;
    expect(await takeHouseSnapshots(ctx)).toBeGreaterThan(0);
    expect((await balances()).rows).toEqual(before);
    expect(await takeHouseSnapshots(ctx)).toBe(0);
    await fund(ctx, newId(ctx), 100n);
    expect((await balances()).rows).not.toEqual(before);
    expect(await takeHouseSnapshots(ctx)).toBe(1);
    expect((await verifyLedger(ctx)).differences).toEqual([]);
  });

  it('never miss a transfer that is written while they are taken', async () => {
    const writers = Array.from({ length: 60 }, () => fund(ctx, newId(ctx), 1n));
    const takers = Array.from({ length: 6 }, () => takeHouseSnapshots(ctx));
    await Promise.all([...writers, ...takers]);
    expect((await verifyLedger(ctx)).differences).toEqual([]);
  });
});
