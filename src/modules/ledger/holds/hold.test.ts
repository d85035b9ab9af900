import { type Ctx, inTransaction, newId } from '#platform/context';
import { sqlStateOf } from '#platform/db';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '#test/world';
import { balancesOf, spendable } from '../balances.ts';
import { hold, type HoldInput } from './hold.ts';
import { listHolds, listOpenHoldsOfOrder } from './hold-lists.ts';
import { HoldNotAllowed, InsufficientBalance, KeyReused } from '../ledger-errors.ts';
import { postTransfers } from '../post-transfers.ts';
import { renewHold } from './renew-hold.ts';
import { expireHolds } from './expire-holds.ts';
import { resolveHold } from './resolve-hold.ts';
import { aTransfer, earn, postAlone } from '../testing/index.ts';
import { verifyLedger } from '../proof/verify-ledger.ts';

const DAY = 86_400_000;
let world: World;
let ctx: Ctx;
let memberId: string;
beforeAll(async () => {
  world = await aWorld();
  ctx = world.ctx;
});
beforeEach(async () => {
  memberId = newId(ctx);
  await earn(ctx, memberId, 1_000n);
});

const after = (days: number) => new Date(ctx.clock.now().getTime() + days * DAY);
const input = (change: Partial<HoldInput> = {}): HoldInput => ({
  holdId: newId(ctx),
  memberId,
  over: 'earned',
  amountMinor: 600n,
  reason: 'A buyer’s card is being checked',
  endsAt: after(10),
  ...change,
});
const place = (change: Partial<HoldInput> = {}) => {
  const asked = input(change);
  return inTransaction(ctx, (tx) => hold(tx, asked)).then(() => asked.holdId);
};
const resolve = (holdId: string, outcome: 'released' | 'taken') =>
  inTransaction(ctx, (tx) => resolveHold(tx, { holdId, outcome }));
const payout = (amountMinor: bigint) =>
  postAlone(
    ctx,
    aTransfer(ctx, 'payout_request', { debit: memberId, credit: memberId, amountMinor }),
  );

describe('a hold', () => {
  it('keeps its part from being spent or paid out, and the rest stays free', async () => {
    await place();
    const balances = await balancesOf(ctx, memberId);
    expect(balances).toMatchObject({ earnedMinor: 1_000n, earnedHeldMinor: 600n });
    expect(spendable(balances)).toMatchObject({ earnedMinor: 400n, totalMinor: 400n });
    await expect(payout(401n)).rejects.toMatchObject({ missingMinor: 1n });
    await payout(400n);
  });

  it('keeps its part of pending from clearing', async () => {
    const orderId = newId(ctx);
    const pending = (kind: 'release_to_seller' | 'reserve_from_earned', rest: object) =>
      aTransfer(ctx, kind, { orderId, amountMinor: 500n, ...rest });
    await postAlone(ctx, pending('reserve_from_earned', { debit: memberId, credit: orderId }));
    await postAlone(ctx, pending('release_to_seller', { debit: orderId, credit: memberId }));
    const holdId = await place({ over: 'pending', amountMinor: 500n, orderId });
    expect(await listOpenHoldsOfOrder(ctx, orderId)).toMatchObject([{ holdId, over: 'pending' }]);
    const clearing = () =>
      postAlone(
        ctx,
        aTransfer(ctx, 'clearing', { debit: memberId, credit: memberId, amountMinor: 500n }),
      );
    await expect(clearing()).rejects.toBeInstanceOf(InsufficientBalance);
    await resolve(holdId, 'released');
    await clearing();
    expect(await listOpenHoldsOfOrder(ctx, orderId)).toEqual([]);
  });

  it('shows the member the reason, the amount and the end', async () => {
    const holdId = await place();
    expect(await listHolds(ctx, memberId)).toEqual([
      {
        holdId,
        memberId,
        over: 'earned',
        amountMinor: 600n,
        reason: 'A buyer’s card is being checked',
        renewalReason: null,
        orderId: null,
        placedAt: ctx.clock.now(),
        endsAt: after(10),
        resolvedAt: null,
        outcome: null,
      },
    ]);
  });

  it('is placed once when it is asked for twice, and refused with another amount', async () => {
    const asked = input();
    const ask = (amountMinor: bigint) =>
      inTransaction(ctx, (tx) => hold(tx, { ...asked, amountMinor }));
    const answers = await Promise.all([ask(600n), ask(600n), ask(600n)]);
    expect(answers.filter(({ placed }) => placed)).toHaveLength(1);
    await expect(ask(100n)).rejects.toBeInstanceOf(KeyReused);
    expect((await balancesOf(ctx, memberId)).earnedHeldMinor).toBe(600n);
  });

  it('frees its money once when it is released twice', async () => {
    const holdId = await place();
    expect(await resolve(holdId, 'released')).toEqual({ resolved: true });
    expect(await resolve(holdId, 'released')).toEqual({ resolved: false });
    expect((await balancesOf(ctx, memberId)).earnedHeldMinor).toBe(0n);
  });

  it('is taken together with the posting that moves the money away', async () => {
    const holdId = await place();
    await inTransaction(ctx, async (tx) => {
      await resolveHold(tx, { holdId, outcome: 'taken' });
      await postTransfers(tx, [
        aTransfer(ctx, 'chargeback_from_earned', { debit: memberId, amountMinor: 600n }),
      ]);
    });
    expect(await balancesOf(ctx, memberId)).toMatchObject({
      earnedMinor: 400n,
      earnedHeldMinor: 0n,
    });
    expect(await listHolds(ctx, memberId)).toMatchObject([{ outcome: 'taken' }]);
  });

  it('ends by itself at its end, not before', async () => {
    const holdId = await place();
    world.clock.advance(10 * DAY - 1);
    await expireHolds(ctx);
    expect(await listHolds(ctx, memberId)).toMatchObject([{ holdId, outcome: null }]);
    world.clock.advance(1);
    expect(await expireHolds(ctx)).toBeGreaterThan(0);
    expect(await listHolds(ctx, memberId)).toMatchObject([{ holdId, outcome: 'expired' }]);
    expect((await balancesOf(ctx, memberId)).earnedHeldMinor).toBe(0n);
  });

  it('can be renewed once with a new reason, 30 days at most', async () => {
    const holdId = await place({ endsAt: after(30) });
    const renew = (change: object) =>
      inTransaction(ctx, (tx) =>
        renewHold(tx, {
          holdId,
          reason: 'The bank asked for more time',
          endsAt: after(60),
          ...change,
        }),
      );
    await expect(renew({ endsAt: after(61) })).rejects.toBeInstanceOf(HoldNotAllowed);
    await expect(renew({ reason: 'A buyer’s card is being checked' })).rejects.toBeInstanceOf(
      HoldNotAllowed,
    );
    await expect(renew({ endsAt: after(29) })).rejects.toBeInstanceOf(HoldNotAllowed);
    await renew({});
    await expect(renew({ reason: 'A third reason', endsAt: after(65) })).rejects.toBeInstanceOf(
      HoldNotAllowed,
    );
    expect(await listHolds(ctx, memberId)).toMatchObject([
      { renewalReason: 'The bank asked for more time' },
    ]);
  });
});

describe('refusals of a hold', () => {
  const cases: [string, () => Partial<HoldInput>, unknown][] = [
    ['more than the account has', () => ({ amountMinor: 1_001n }), InsufficientBalance],
    ['money of a member who has none', () => ({ memberId: newId(ctx) }), InsufficientBalance],
    ['longer than 30 days', () => ({ endsAt: new Date(after(30).getTime() + 1) }), HoldNotAllowed],
    ['an end that has passed', () => ({ endsAt: ctx.clock.now() }), HoldNotAllowed],
    ['nothing', () => ({ amountMinor: 0n }), 'LG003'],
    ['credit', () => ({ over: 'credit' as 'earned' }), 'LG003'],
    ['no reason', () => ({ reason: ' ' }), '23514'],
  ];
  it.each(cases)('refuses %s', async (_name, change, refusal) => {
    const error = await place(change()).catch((caught: Error) => caught);
    if (typeof refusal === 'string') expect(sqlStateOf(error)).toBe(refusal);
    else expect(error).toBeInstanceOf(refusal);
    expect((await balancesOf(ctx, memberId)).earnedHeldMinor).toBe(0n);
  });

  it('refuses to end what does not exist or ended otherwise', async () => {
    await expect(resolve(newId(ctx), 'released')).rejects.toBeInstanceOf(HoldNotAllowed);
    const holdId = await place();
    await resolve(holdId, 'released');
    await expect(resolve(holdId, 'taken')).rejects.toBeInstanceOf(HoldNotAllowed);
  });

  it('cannot hold together more than there is, asked at the same moment', async () => {
    const answers = await Promise.allSettled([place(), place(), place()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('leaves a ledger that still proves itself', async () => {
    expect((await verifyLedger(ctx)).differences).toEqual([]);
  });
});
