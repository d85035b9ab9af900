import { balancesOf, houseBalanceOf, verifyLedger } from '#ledger';
import { inTransaction } from '#platform/context';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { sweepClearings } from '#wallet';
import { aWorld } from '#test/world';
import { afterEach, describe, expect, it } from 'vitest';
import { escrowCheck, guaranteeCheck, splitsCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import { answerRefund } from '../refunds/answer-refund.ts';
import { askRefund } from '../refunds/ask-refund.ts';
import {
  aCompletedOrder,
  aDeliveredOrder,
  anActiveOrder,
  reload,
  someId,
} from '../testing/index.ts';
import { sweepOrderTimers } from '../timers/sweep-order-timers.ts';
import { acceptSplit } from './accept-split.ts';
import { answerDispute } from './answer-dispute.ts';
import { appealSplit } from './appeal-split.ts';
import { decideAppeal } from './decide-appeal.ts';
import { CHECKS, findDispute } from './dispute.ts';
import { type Claim, openDispute } from './open-dispute.ts';
import { proposeSplit } from './propose-split.ts';
import { withdrawDispute } from './withdraw-dispute.ts';

const world = await aWorld();
const buyerOf = (order: Order) => world.as(order.buyerId);
const sellerOf = (order: Order) => world.as(order.sellerId);
const judge = world.as(someId(world), ['support']);
const second = world.as(someId(world), ['support']);
const claimOf = (order: Order, change: Partial<Claim> = {}): Claim => ({
  orderId: order.orderId,
  kind: 'defective',
  checks: CHECKS.defective,
  body: 'لا يفتح الملف',
  wantedMinor: order.priceMinor,
  ...change,
});
const open = (order: Order, change: Partial<Claim> = {}) =>
  openDispute(buyerOf(order), claimOf(order, change));
const answer = (order: Order) =>
  answerDispute(sellerOf(order), { orderId: order.orderId, body: 'يفتح' });
const propose = (order: Order, refundMinor: bigint) =>
  proposeSplit(judge, { orderId: order.orderId, refundMinor, reason: 'عدل' });
const accept = async (order: Order) => {
  await acceptSplit(buyerOf(order), { orderId: order.orderId });
  await acceptSplit(sellerOf(order), { orderId: order.orderId });
};
/** Kinds of the clocks of an order that run. */
async function runningClocks(order: Order): Promise<string[]> {
  const { rows } = await world.ctx.pool.query<{ kind: string }>(
    'select kind from orders.timers where order_id = $1 and done_at is null',
    [order.orderId],
  );
  return rows.map(({ kind }) => kind);
}

afterEach(async () => {
  const checks = [escrowCheck, splitsCheck, guaranteeCheck];
  expect((await verifyLedger(world.ctx, checks)).differences).toEqual([]);
});

/** A completed order of a seller whose money of it has cleared and was withdrawn in part. */
async function spent(order: Order, leaveMinor: bigint): Promise<void> {
  world.clock.advance(order.clearingDays * DAY_MS - HOUR_MS);
  await inTransaction(world.ctx, async () => undefined);
  world.clock.advance(HOUR_MS);
  await sweepClearings(world.ctx);
  const { earnedMinor } = await balancesOf(world.ctx, order.sellerId);
  const { postTransfers } = await import('#ledger');
  await inTransaction(world.ctx, (tx) =>
    postTransfers(tx, [
      {
        id: someId(world),
        key: `spent:${order.orderId}`,
        kind: 'payout_request',
        debit: order.sellerId,
        credit: order.sellerId,
        amountMinor: earnedMinor - leaveMinor,
        payoutId: someId(world),
        actor: order.sellerId,
      },
    ]),
  );
}

describe('before completion', () => {
  it('a split goes out of escrow to the cent: buyer, seller, commission', async () => {
    const order = await aDeliveredOrder(world, { priceMinor: 3_333n, commissionBps: 1_850 });
    await open(order, { wantedMinor: 2_000n });
    await answer(order);
    await propose(order, 1_111n);
    await accept(order);
    const over = await reload(world, order.orderId);
    expect(over).toMatchObject({ state: 'closed', refundedMinor: 1_111n });
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(1_111n);
    // 2,222 at 18.5 % is 411.07: rounded half up, the rest is the seller's.
    expect((await balancesOf(world.ctx, order.sellerId)).pendingMinor).toBe(2_222n - 411n);
  });

  it('silence of the other side for 72 hours grants what was asked', async () => {
    const order = await aDeliveredOrder(world);
    await open(order);
    world.clock.advance(72 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor);
  });

  it('a proposal nobody accepts or appeals stands after 48 hours', async () => {
    const order = await aDeliveredOrder(world);
    await open(order);
    await answer(order);
    await propose(order, 500n);
    world.clock.advance(48 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    expect(await findDispute(world.ctx, order.orderId)).toMatchObject({
      outcome: 'dispute_acceptance_time_over',
      refundMinor: 500n,
    });
  });

  it('an appeal is decided by another judge, never by the same', async () => {
    const order = await aDeliveredOrder(world);
    await open(order);
    await answer(order);
    await propose(order, 500n);
    await appealSplit(buyerOf(order), { orderId: order.orderId, body: 'قليل' });
    const decision = { orderId: order.orderId, refundMinor: 900n, reason: 'أكثر' };
    await expect(decideAppeal(judge, decision)).rejects.toMatchObject({
      code: 'order-another-arbiter',
    });
    await decideAppeal(second, decision);
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(900n);
  });

  it('withdrawn, the clocks run on with what was left of them', async () => {
    const order = await aDeliveredOrder(world);
    world.clock.advance(60 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    await open(order);
    expect(await runningClocks(order)).not.toContain('acceptance');
    world.clock.advance(50 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    await withdrawDispute(buyerOf(order), { orderId: order.orderId });
    const after = await reload(world, order.orderId);
    expect(after.state).toBe('delivered');
    const leftMs = (after.acceptanceEndsAt?.getTime() ?? 0) - world.clock.now().getTime();
    expect(leftMs).toBe(12 * HOUR_MS);
    world.clock.advance(12 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });

  it('goes back to where it came from: earned money before credit', async () => {
    const order = await aDeliveredOrder(world, { priceMinor: 2_500n, fromEarnedMinor: 400n });
    await askRefund(sellerOf(order), {
      orderId: order.orderId,
      amountMinor: 1_000n,
      reason: 'تأخر',
    });
    await answerRefund(buyerOf(order), { orderId: order.orderId, agreed: true });
    expect(await balancesOf(world.ctx, order.buyerId)).toMatchObject({
      earnedMinor: 400n,
      creditMinor: 600n,
    });
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });
});

describe('after completion', () => {
  it('is held in pending and does not clear while the dispute is open', async () => {
    const order = await aCompletedOrder(world, { clearingDays: 3 });
    await open(order, { wantedMinor: 1_000n });
    expect((await balancesOf(world.ctx, order.sellerId)).pendingHeldMinor).toBe(800n);
    world.clock.advance(2 * DAY_MS);
    await answer(order);
    world.clock.advance(DAY_MS + HOUR_MS);
    await sweepClearings(world.ctx);
    expect(await balancesOf(world.ctx, order.sellerId)).toMatchObject({
      pendingMinor: 2_000n,
      earnedMinor: 0n,
    });
    await propose(order, 500n);
    await accept(order);
    expect(await balancesOf(world.ctx, order.sellerId)).toMatchObject({
      pendingMinor: 1_600n,
      pendingHeldMinor: 0n,
    });
    await sweepClearings(world.ctx);
    expect((await balancesOf(world.ctx, order.sellerId)).earnedMinor).toBe(1_600n);
  });

  it('what the seller lacks is paid by the reserve and comes back from later earnings', async () => {
    const order = await aCompletedOrder(world, { clearingDays: 3 });
    await spent(order, 300n);
    await open(order);
    expect((await balancesOf(world.ctx, order.sellerId)).earnedHeldMinor).toBe(300n);
    world.clock.advance(72 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(2_500n);
    const reserve = () => houseBalanceOf(world.ctx, { kind: 'guarantee_reserve' });
    const owed = await reserve();
    expect(owed).toBe(-1_700n);
    const { sellerId } = order;
    await aCompletedOrder(world, { sellerId, priceMinor: 1_000n });
    expect(await reserve()).toBe(-900n);
    expect((await balancesOf(world.ctx, sellerId)).pendingMinor).toBe(0n);
    await aCompletedOrder(world, { sellerId, priceMinor: 2_000n });
    expect(await reserve()).toBe(0n);
    expect((await balancesOf(world.ctx, sellerId)).pendingMinor).toBe(700n);
  });

  it('a withdrawn dispute gives the guarantee what was left of it', async () => {
    const order = await aCompletedOrder(world);
    world.clock.advance(13 * DAY_MS);
    await open(order);
    world.clock.advance(2 * DAY_MS);
    await withdrawDispute(buyerOf(order), { orderId: order.orderId });
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('completed');
    world.clock.advance(DAY_MS);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('closed');
  });
});

describe('refusals', () => {
  it.each<[string, Partial<Claim>, object]>([
    ['a claim without words', { body: ' ' }, { fields: { body: 'required' } }],
    [
      'an incomplete checklist',
      { checks: ['described_defect'] },
      { fields: { checks: 'all-checks' } },
    ],
    ['the complaint of the other side', { kind: 'refused' }, { fields: { kind: 'invalid' } }],
    ['nothing asked for', { wantedMinor: 0n }, { fields: { amount: 'amount-range' } }],
    ['more than the price', { wantedMinor: 2_501n }, { fields: { amount: 'amount-range' } }],
  ])('%s', async (_what, change, refusal) => {
    const order = await aDeliveredOrder(world);
    await expect(open(order, change)).rejects.toMatchObject(refusal);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
  });

  it('before a delivery, after the guarantee, and a second time', async () => {
    await expect(open(await anActiveOrder(world))).rejects.toMatchObject({
      code: 'order-late-with-something-delivered',
    });
    const order = await aCompletedOrder(world);
    await open(order);
    await withdrawDispute(buyerOf(order), { orderId: order.orderId });
    await expect(open(order)).rejects.toMatchObject({ code: 'order-no-dispute-before' });
    const old = await aCompletedOrder(world);
    world.clock.advance(14 * DAY_MS);
    await expect(open(old)).rejects.toMatchObject({ code: 'order-guarantee-runs' });
  });

  it('strangers, staff who do not judge, and each in the place of the other', async () => {
    const order = await aDeliveredOrder(world);
    const notFound = { code: 'not-found' };
    const someone = world.as(someId(world), ['admin']);
    await expect(openDispute(someone, claimOf(order))).rejects.toMatchObject(notFound);
    await expect(openDispute(judge, claimOf(order))).rejects.toMatchObject(notFound);
    await open(order);
    const reply = { orderId: order.orderId, body: 'x' };
    await expect(answerDispute(buyerOf(order), reply)).rejects.toMatchObject({
      code: 'order-their-dispute',
    });
    await answer(order);
    const split = { orderId: order.orderId, refundMinor: 1n, reason: 'x' };
    await expect(proposeSplit(sellerOf(order), split)).rejects.toMatchObject(notFound);
    await expect(proposeSplit(someone, split)).rejects.toMatchObject(notFound);
  });

  it('the form of a claim sent twice opens one dispute', async () => {
    const order = await aDeliveredOrder(world);
    const sent = await Promise.all([1, 2, 3].map(() => open(order, { key: 'form' })));
    expect(sent.filter(({ repeated }) => !repeated)).toHaveLength(1);
  });
});
