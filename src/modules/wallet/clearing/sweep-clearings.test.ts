import { balancesOf, postTransfers, transfersOf, verifyLedger } from '#ledger';
import { aTransfer } from '#ledger/testing';
import { inTransaction, newId } from '#platform/context';
import { addDays, DAY_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { clearingsCheck } from '../gateway-clearing.report.ts';
import { listClearings } from './list-clearings.ts';
import { scheduleClearing } from './schedule-clearing.ts';
import { sweepClearings } from './sweep-clearings.ts';

const world = await aWorld();
const { ctx } = world;

/** Earnings as a completed order leaves them: pending, with the day they clear. */
async function earnings(memberId: string, amountMinor: bigint, days: number): Promise<string> {
  const orderId = newId(ctx);
  const buyerId = newId(ctx);
  await inTransaction(ctx, async (tx) => {
    await postTransfers(tx, [
      aTransfer(ctx, 'top_up', { debit: 'sandbox', credit: buyerId, amountMinor }),
      aTransfer(ctx, 'reserve_from_credit', {
        debit: buyerId,
        credit: orderId,
        orderId,
        amountMinor,
      }),
      aTransfer(ctx, 'release_to_seller', {
        debit: orderId,
        credit: memberId,
        orderId,
        amountMinor,
      }),
    ]);
    await scheduleClearing(tx, {
      orderId,
      memberId,
      amountMinor,
      clearsAt: addDays(tx.clock.now(), days),
    });
  });
  return orderId;
}

const money = async (memberId: string) => {
  const { pendingMinor, earnedMinor } = await balancesOf(ctx, memberId);
  return { pendingMinor, earnedMinor };
};

describe('clearing', () => {
  it('makes earnings available when their day and hour has come, not a moment earlier', async () => {
    const memberId = newId(ctx);
    const orderId = await earnings(memberId, 800n, 14);
    await earnings(memberId, 300n, 3);
    world.clock.advance(14 * DAY_MS - 1);
    await sweepClearings(ctx);
    expect(await money(memberId)).toEqual({ pendingMinor: 800n, earnedMinor: 300n });
    expect(await listClearings(ctx, memberId)).toMatchObject([{ orderId, amountMinor: 800n }]);
    world.clock.advance(1);
    expect(await sweepClearings(ctx)).toBe(1);
    expect(await money(memberId)).toEqual({ pendingMinor: 0n, earnedMinor: 1_100n });
    expect(await sweepClearings(ctx)).toBe(0);
    expect(await listClearings(ctx, memberId)).toEqual([]);
  });

  it('is done once by eight sweepers at the same time, with one fact each', async () => {
    const members = Array.from({ length: 10 }, () => newId(ctx));
    for (const memberId of members) {
      for (let n = 0; n < 3; n += 1) await earnings(memberId, 100n, 1);
    }
    world.clock.advance(DAY_MS);
    const done = await Promise.all(Array.from({ length: 8 }, () => sweepClearings(ctx)));
    expect(done.reduce((sum, n) => sum + n, 0)).toBe(30);
    for (const memberId of members) {
      expect(await money(memberId)).toEqual({ pendingMinor: 0n, earnedMinor: 300n });
      const { lines } = await transfersOf(ctx, memberId, { limit: 10 });
      expect(lines.filter((line) => line.kind === 'clearing')).toHaveLength(3);
    }
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from platform.facts
      where kind = 'wallet.earnings-cleared' and payload ->> 'memberId' = any(${members})`.execute(
      ctx.db,
    );
    expect(rows[0]?.n).toBe(30n);
  });

  it('is noticed by the proof when it differs from what is pending', async () => {
    expect((await verifyLedger(ctx, [clearingsCheck])).ok).toBe(true);
    const orderId = await earnings(newId(ctx), 100n, 1);
    const owner = await import('pg').then(
      ({ default: pg }) => new pg.Client({ connectionString: world.ownerUrl }),
    );
    await owner.connect();
    try {
      await owner.query('update wallet.clearings set amount_minor = 99 where order_id = $1', [
        orderId,
      ]);
      const found = await verifyLedger(ctx, [clearingsCheck]);
      expect(found.ok).toBe(false);
      expect(found.differences).toMatchObject([
        { check: 'clearings', expected: '99', found: '100' },
      ]);
      await owner.query('update wallet.clearings set amount_minor = 100 where order_id = $1', [
        orderId,
      ]);
    } finally {
      await owner.end();
    }
  });

  it('may not be changed by the application but to note that it is done', async () => {
    await expect(
      sql`update wallet.clearings set amount_minor = 1`.execute(ctx.db),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(sql`delete from wallet.clearings`.execute(ctx.db)).rejects.toMatchObject({
      code: '42501',
    });
  });
});
