import { type Ctx, newId } from '#platform/context';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { reserveShares } from './balances.ts';
import { InsufficientBalance, asLedgerRefusal, KeyReused } from './ledger-errors.ts';
import { transfersOf, transfersOfOrder } from './statement.ts';
import { aTransfer, earn, fund, postAlone } from './testing/index.ts';
import { refundSplit, spendSplit } from './transfer.ts';

let ctx: Ctx;
beforeAll(async () => {
  ctx = (await aWorld()).ctx;
});

/** Spends through the SQL door, as a purchase does. */
async function spend(memberId: string, amountMinor: bigint, orderId: string) {
  const part = (kind: string) =>
    JSON.stringify({
      id: newId(ctx),
      key: `order:${orderId}:${kind}`,
      kind,
      credit: orderId,
      order_id: orderId,
      actor: memberId,
    });
  try {
    const { rows } = await sql<{ posted: boolean; creditMinor: bigint; earnedMinor: bigint }>`
      select posted, credit_minor as "creditMinor", earned_minor as "earnedMinor"
      from ledger.spend(${memberId}, ${amountMinor}, ${part('reserve_from_credit')}::jsonb,
        ${part('reserve_from_earned')}::jsonb, ${ctx.clock.now()})`.execute(ctx.db);
    return rows[0];
  } catch (error) {
    throw asLedgerRefusal(error);
  }
}

describe('spending', () => {
  it('takes credit first, then what is earned', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 300n);
    await earn(ctx, memberId, 500n);
    const orderId = newId(ctx);
    const parts = { creditMinor: 300n, earnedMinor: 200n };
    expect(await spend(memberId, 500n, orderId)).toEqual({ posted: true, ...parts });
    expect(await reserveShares(ctx, orderId)).toEqual({ reserved: parts, kept: parts });
    await fund(ctx, memberId, 1_000n);
    expect(await spend(memberId, 500n, orderId)).toEqual({ posted: false, ...parts });
    await expect(spend(memberId, 501n, orderId)).rejects.toBeInstanceOf(KeyReused);
    await expect(spend(memberId, 499n, orderId)).rejects.toBeInstanceOf(KeyReused);
    await expect(spend(memberId, 200n, orderId)).rejects.toBeInstanceOf(KeyReused);
  });

  it('uses only one of them when that is enough', async () => {
    const [credited, earning] = [newId(ctx), newId(ctx)];
    await fund(ctx, credited, 300n);
    await earn(ctx, earning, 300n);
    expect(await spend(credited, 300n, newId(ctx))).toMatchObject({
      creditMinor: 300n,
      earnedMinor: 0n,
    });
    expect(await spend(earning, 300n, newId(ctx))).toMatchObject({
      creditMinor: 0n,
      earnedMinor: 300n,
    });
  });

  it('says what both together lack', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 300n);
    await earn(ctx, memberId, 500n);
    const error = await spend(memberId, 1_000n, newId(ctx)).catch((caught) => caught);
    expect(error).toBeInstanceOf(InsufficientBalance);
    expect(error).toMatchObject({ missingMinor: 200n });
    await expect(spend(newId(ctx), 5n, newId(ctx))).rejects.toMatchObject({ missingMinor: 5n });
  });

  it('lets exactly 10 of 64 purchases at once through when both balances together cover 10', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 450n);
    await earn(ctx, memberId, 599n);
    const answers = await Promise.allSettled(
      Array.from({ length: 64 }, () => spend(memberId, 100n, newId(ctx))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('buys once when the same purchase comes 16 times at once and the money covers one', async () => {
    const memberId = newId(ctx);
    const orderId = newId(ctx);
    await fund(ctx, memberId, 100n);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => spend(memberId, 100n, orderId)),
    );
    expect(answers.filter((answer) => answer?.posted)).toHaveLength(1);
  });

  it('is foretold by spendSplit', () => {
    const free = { creditMinor: 300n, earnedMinor: 500n };
    expect(spendSplit(free, 200n)).toEqual({
      creditMinor: 200n,
      earnedMinor: 0n,
      missingMinor: 0n,
    });
    expect(spendSplit(free, 800n)).toEqual({
      creditMinor: 300n,
      earnedMinor: 500n,
      missingMinor: 0n,
    });
    expect(spendSplit(free, 801n)).toEqual({
      creditMinor: 300n,
      earnedMinor: 500n,
      missingMinor: 1n,
    });
  });
});

describe('going back', () => {
  it('gives back what was spent last first, and never more than is kept', async () => {
    const kept = { creditMinor: 300n, earnedMinor: 200n };
    expect(refundSplit(kept, 150n)).toEqual({ creditMinor: 0n, earnedMinor: 150n });
    expect(refundSplit(kept, 250n)).toEqual({ creditMinor: 50n, earnedMinor: 200n });
    expect(refundSplit(kept, 500n)).toEqual(kept);
    expect(() => refundSplit(kept, 501n)).toThrow(RangeError);
    expect(() => refundSplit(kept, -1n)).toThrow(RangeError);
  });

  it('leaves out of the shares what was refunded', async () => {
    const memberId = newId(ctx);
    const orderId = newId(ctx);
    await fund(ctx, memberId, 300n);
    await earn(ctx, memberId, 200n);
    await spend(memberId, 500n, orderId);
    const back = { debit: orderId, credit: memberId, orderId };
    await postAlone(ctx, aTransfer(ctx, 'refund_to_earned', { ...back, amountMinor: 120n }));
    expect((await reserveShares(ctx, orderId)).kept).toEqual({
      creditMinor: 300n,
      earnedMinor: 80n,
    });
  });
});

describe('a statement', () => {
  it('lists every movement newest first with the total after it', async () => {
    const memberId = newId(ctx);
    const orderId = newId(ctx);
    await fund(ctx, memberId, 1_000n);
    await earn(ctx, memberId, 500n);
    await spend(memberId, 1_200n, orderId);
    const { lines, next } = await transfersOf(ctx, memberId, { limit: 50 });
    const told = lines.map(({ kind, from, to, amountMinor, changeMinor, totalMinor }) => [
      kind,
      from,
      to,
      amountMinor,
      changeMinor,
      totalMinor,
    ]);
    expect(told).toEqual([
      ['reserve_from_earned', 'member_earned', null, 200n, -200n, 300n],
      ['reserve_from_credit', 'member_credit', null, 1_000n, -1_000n, 500n],
      ['clearing', 'member_pending', 'member_earned', 500n, 0n, 1_500n],
      ['release_to_seller', null, 'member_pending', 500n, 500n, 1_500n],
      ['top_up', null, 'member_credit', 1_000n, 1_000n, 1_000n],
    ]);
    expect(lines[0]).toMatchObject({ orderId, paymentId: null, at: ctx.clock.now() });
    expect(next).toBeUndefined();
  });

  it('reads on page by page to the same lines', async () => {
    const memberId = newId(ctx);
    for (let index = 1; index <= 9; index += 1) {
      await fund(ctx, memberId, BigInt(index * 10));
      if (index % 3 === 0) await spend(memberId, 15n, newId(ctx));
    }
    const whole = (await transfersOf(ctx, memberId, { limit: 50 })).lines;
    expect(whole).toHaveLength(12);
    expect(whole.at(-1)?.totalMinor).toBe(10n);
    const paged: typeof whole = [];
    let before: string | undefined;
    do {
      const page = await transfersOf(ctx, memberId, { limit: 5, ...(before ? { before } : {}) });
      paged.push(...page.lines);
      before = page.next;
    } while (before);
    expect(paged).toEqual(whole);
  });

  it('is empty for a member without money', async () => {
    expect(await transfersOf(ctx, newId(ctx), { limit: 5 })).toEqual({
      lines: [],
      next: undefined,
    });
  });

  it('tells of an order what the house sees, oldest first', async () => {
    const memberId = newId(ctx);
    const orderId = newId(ctx);
    await fund(ctx, memberId, 100n);
    await spend(memberId, 100n, orderId);
    await postAlone(
      ctx,
      aTransfer(ctx, 'commission', { debit: orderId, orderId, amountMinor: 100n }),
    );
    expect(await transfersOfOrder(ctx, orderId)).toMatchObject([
      {
        kind: 'reserve_from_credit',
        debitKind: 'member_credit',
        debitHolder: memberId,
        creditHolder: orderId,
      },
      {
        kind: 'commission',
        debitHolder: orderId,
        creditKind: 'commission',
        creditHolder: '',
        amountMinor: 100n,
      },
    ]);
  });
});
