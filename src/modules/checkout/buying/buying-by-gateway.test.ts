import { pauseService } from '#catalogue';
import { aPublishedService, type FixtureService } from '#catalogue/testing';
import { balancesOf, verifyLedger } from '#ledger';
import { earn } from '#ledger/testing';
import { escrowCheck, findPurchase as findOrderOf, getOrder } from '#orders';
import { newId } from '#platform/context';
import { drainFacts } from '#platform/facts';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { cancelPayment, findPayment, settlePayment, totalOf } from '#wallet';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import {
  BalanceChanged,
  DeliveryChanged,
  OwnService,
  PriceChanged,
  PurchaseKeyReused,
} from '../checkout-errors.ts';
import { findPurchase } from '../purchase-store.ts';
import { aSale } from '../testing/buying.fixture.ts';
import { buyFromBalance } from './buy-from-balance.ts';
import { giveUpPurchase } from './give-up-purchase.ts';
import { placePaidPurchase } from './place-paid-purchase.ts';
import { startPurchase } from './start-purchase.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const { sold, aBuyer, choice, spendable, ordersOf, reprice } = await aSale(world);

afterAll(async () => {
  expect(await verifyLedger(ctx, [escrowCheck])).toMatchObject({ ok: true });
});

const viaGateway = (change: object = {}) => ({
  ...choice(),
  gateway: 'sandbox',
  useBalance: false,
  ...change,
});

/** The gateway reports the payment of a purchase as paid; listeners hear of it. */
async function paid(paymentId: string): Promise<void> {
  const payment = await findPayment(ctx, paymentId);
  if (!payment) throw new Error('no payment');
  await settlePayment(ctx, {
    paymentId,
    report: { ref: payment.gatewayRef ?? '', state: 'succeeded', amountMinor: totalOf(payment) },
  });
  await server.drain();
}

const noticesOf = async (memberId: string) => {
  const { rows } = await sql<{ kind: string }>`select kind from notifications.notices
    where member_id = ${memberId} order by at, id`.execute(ctx.db);
  return rows.map(({ kind }) => kind);
};

describe('buying by a gateway', () => {
  it('makes the order when the money is there, with the fee kept on it', async () => {
    const buyerId = await aBuyer(0n);
    const { purchase, payment } = await startPurchase(world.as(buyerId), viaGateway());
    expect(payment).toMatchObject({ amountMinor: 1_500n, feeMinor: 75n, purpose: 'purchase' });
    expect(await ordersOf(buyerId)).toBe(0);
    await paid(payment.paymentId);
    const placed = await findPurchase(ctx, purchase.purchaseId);
    expect(placed).toMatchObject({ state: 'placed' });
    const order = await getOrder(world.as(buyerId), placed?.orderId ?? '');
    expect(order).toMatchObject({ priceMinor: 1_500n, feeMinor: 75n });
    expect(await spendable(buyerId)).toBe(0n);
  });

  it('takes the balance first and the rest by card, the fee on that part only', async () => {
    const buyerId = await aBuyer(400n);
    await earn(ctx, buyerId, 100n);
    const { purchase, payment } = await startPurchase(
      world.as(buyerId),
      viaGateway({ useBalance: true, shownBalanceMinor: 500n }),
    );
    expect(purchase).toMatchObject({ fromBalanceMinor: 500n, priceMinor: 1_500n });
    expect(payment).toMatchObject({ amountMinor: 1_000n, feeMinor: 50n });
    await paid(payment.paymentId);
    expect(await findPurchase(ctx, purchase.purchaseId)).toMatchObject({ state: 'placed' });
    expect(await balancesOf(ctx, buyerId)).toMatchObject({ creditMinor: 0n, earnedMinor: 0n });
  });

  it.each([
    ['less balance than was shown', 400n, 500n],
    ['more balance than was shown', 600n, 500n],
    ['a balance that is enough by now', 1_500n, 500n],
  ])('asks again at %s', async (_what, balanceMinor, shownBalanceMinor) => {
    const buyer = world.as(await aBuyer(balanceMinor));
    const starting = startPurchase(buyer, viaGateway({ useBalance: true, shownBalanceMinor }));
    await expect(starting).rejects.toBeInstanceOf(BalanceChanged);
  });

  it.each([
    ['one’s own service', async () => sold.sellerId, {}, OwnService],
    ['another price', aBuyer, { shownPriceMinor: 1n }, PriceChanged],
    ['another time', aBuyer, { shownDays: 9 }, DeliveryChanged],
  ])('refuses %s', async (_what, buyerId, change, refusal) => {
    await expect(
      startPurchase(world.as(await buyerId()), viaGateway(change)),
    ).rejects.toBeInstanceOf(refusal);
  });

  it('begins once for a dozen clicks, and a retry gets the first answer whatever changed', async () => {
    const own = await aPublishedService(world);
    const buyer = world.as(await aBuyer(0n));
    const wanted = viaGateway({ serviceId: own.serviceId });
    const all = await Promise.all(Array.from({ length: 12 }, () => startPurchase(buyer, wanted)));
    expect(new Set(all.map(({ payment }) => payment.paymentId)).size).toBe(1);
    await reprice(own, 2_500n);
    const again = await startPurchase(buyer, wanted);
    expect(again.purchase.purchaseId).toBe(all[0]?.purchase.purchaseId);
    const other = startPurchase(buyer, { ...wanted, quantity: 2, shownPriceMinor: 3_000n });
    await expect(other).rejects.toBeInstanceOf(PurchaseKeyReused);
  });

  it('when paid for twice at the same time makes one order', async () => {
    const buyerId = await aBuyer(0n);
    const { purchase, payment } = await startPurchase(world.as(buyerId), viaGateway());
    await settlePayment(ctx, {
      paymentId: payment.paymentId,
      report: { ref: '', state: 'succeeded', amountMinor: totalOf(payment) },
    });
    const all = await Promise.all(
      Array.from({ length: 16 }, () => placePaidPurchase(ctx, purchase.purchaseId)),
    );
    expect(new Set(all.map(({ orderId }) => orderId)).size).toBe(1);
    await server.drain();
    expect([await ordersOf(buyerId), await spendable(buyerId)]).toEqual([1, 0n]);
  });

  const returns: [string, (own: FixtureService) => Promise<unknown>, string][] = [
    [
      'paused',
      ({ sellerId, serviceId }) => pauseService(world.as(sellerId), { serviceId }),
      'service-changed',
    ],
    ['dearer', (own) => reprice(own, 2_000n), 'price-changed'],
    ['cheaper', (own) => reprice(own, 1_000n), 'price-changed'],
  ];
  it.each(returns)(
    'while the service became %s keeps the money as credit and tells the buyer',
    async (_what, change, reason) => {
      const own = await aPublishedService(world);
      const buyerId = await aBuyer(0n);
      const { purchase, payment } = await startPurchase(
        world.as(buyerId),
        viaGateway({ serviceId: own.serviceId }),
      );
      await change(own);
      await paid(payment.paymentId);
      expect(await findPurchase(ctx, purchase.purchaseId)).toMatchObject({
        state: 'returned',
        reason,
      });
      expect([await ordersOf(buyerId), await spendable(buyerId)]).toEqual([0, 1_500n]);
      expect(await noticesOf(buyerId)).toContain('checkout.purchase-returned');
      const again = await placePaidPurchase(ctx, purchase.purchaseId);
      expect(again).toMatchObject({ state: 'returned' });
    },
  );

  it('whose balance part was spent meanwhile keeps the money as credit', async () => {
    const buyerId = await aBuyer(500n);
    const buyer = world.as(buyerId);
    const cheap = await aPublishedService(world, { input: { basePriceMinor: 500n } });
    const { purchase, payment } = await startPurchase(
      buyer,
      viaGateway({ useBalance: true, shownBalanceMinor: 500n }),
    );
    await buyFromBalance(buyer, choice({ serviceId: cheap.serviceId, shownPriceMinor: 500n }));
    await paid(payment.paymentId);
    expect(await findPurchase(ctx, purchase.purchaseId)).toMatchObject({
      state: 'returned',
      reason: 'balance-too-low',
    });
    expect(await spendable(buyerId)).toBe(1_000n);
  });

  it('that was called off buys nothing; money that comes all the same is credit, and the buyer is told', async () => {
    const buyerId = await aBuyer(0n);
    const buyer = world.as(buyerId);
    const { purchase, payment } = await startPurchase(buyer, viaGateway());
    await cancelPayment(buyer, { paymentId: payment.paymentId });
    await server.drain();
    expect(await findPurchase(ctx, purchase.purchaseId)).toMatchObject({ state: 'given_up' });
    await giveUpPurchase(ctx, purchase.purchaseId);
    await paid(payment.paymentId);
    expect(await findPurchase(ctx, purchase.purchaseId)).toMatchObject({
      state: 'returned',
      reason: 'given-up',
    });
    expect([await ordersOf(buyerId), await spendable(buyerId)]).toEqual([0, 1_500n]);
    expect(await noticesOf(buyerId)).toEqual(['checkout.purchase-returned']);
  });

  it('survives a crash between any two steps: facts told again change nothing', async () => {
    const buyerId = await aBuyer(0n);
    const { purchase, payment } = await startPurchase(world.as(buyerId), viaGateway());
    await paid(payment.paymentId);
    await sql`update platform.facts set relayed_at = null
      where payload ->> 'purchaseId' = ${purchase.purchaseId}`.execute(ctx.db);
    const listeners = server.modules.flatMap((module) => module.listeners ?? []);
    await drainFacts(ctx, listeners);
    expect([await ordersOf(buyerId), await spendable(buyerId)]).toEqual([1, 0n]);
    expect(await findOrderOf(ctx, buyerId, `purchase:${purchase.purchaseId}`)).toBeDefined();
  });

  it('is not found where there is none', async () => {
    await expect(placePaidPurchase(ctx, newId(ctx))).rejects.toMatchObject({ status: 404 });
    await giveUpPurchase(ctx, 'x');
  });
});
