import { getSellableService, pauseService, saveService, setQueueLimit } from '#catalogue';
import { aMember, aPublishedService, aServiceInput, type FixtureService } from '#catalogue/testing';
import { balancesOf, verifyLedger } from '#ledger';
import { fund } from '#ledger/testing';
import { escrowCheck, getOrder } from '#orders';
import { newId } from '#platform/context';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { cancelPayment, findPayment, settlePayment, totalOf } from '#wallet';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addToCart } from './add-to-cart.ts';
import { buyCart } from './buy-cart.ts';
import { CART_LIMIT, shareFee } from './cart.ts';
import { findCartPurchase } from './cart-store.ts';
import { changeQuantity } from './change-quantity.ts';
import { giveUpCart } from './give-up-cart.ts';
import { openCart } from './open-cart.ts';
import { placePaidCart } from './place-paid-cart.ts';
import { removeFromCart } from './remove-from-cart.ts';
import { startCartPurchase } from './start-cart-purchase.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const aShop = () => aPublishedService(world);
const [one, two, three] = [await aShop(), await aShop(), await aShop()];

async function aBuyer(creditMinor = 10_000n) {
  const memberId = await aMember(world, 'هند الشمري');
  if (creditMinor > 0n) await fund(ctx, memberId, creditMinor);
  return world.as(memberId);
}
type Buyer = Awaited<ReturnType<typeof aBuyer>>;
const idOf = (buyer: Buyer) => (buyer.actor.kind === 'member' ? buyer.actor.memberId : '');

const put = (buyer: Buyer, ...services: FixtureService[]) =>
  services.reduce(
    (before, { serviceId }) =>
      before.then(() => {
        world.clock.advance(1_000);
        return addToCart(buyer, { serviceId, upgradeIds: [], quantity: 1 });
      }),
    Promise.resolve(),
  );

/** The form of the page as it is now. */
async function shownTo(buyer: Buyer) {
  const lines = await openCart(buyer);
  const shown = lines.map(({ serviceId, quote }) => {
    return { serviceId, priceMinor: quote.priceMinor, deliveryDays: quote.deliveryDays };
  });
  return { key: newId(ctx), shown };
}

const spendable = async (buyer: Buyer) => {
  const { creditMinor, earnedMinor } = await balancesOf(ctx, idOf(buyer));
  return creditMinor + earnedMinor;
};
const orders = async (buyer: Buyer) => {
  const { rows } = await sql<{ id: string; fee_minor: bigint }>`select id, fee_minor
    from orders.orders where buyer_id = ${idOf(buyer)} order by service_id`.execute(ctx.db);
  return rows;
};

async function reprice({ serviceId, sellerId }: FixtureService, basePriceMinor: bigint) {
  const { version } = await getSellableService(ctx, serviceId);
  const input = aServiceInput({ basePriceMinor });
  await saveService(world.as(sellerId), { serviceId, version, input });
}

describe('the cart', () => {
  it('keeps each service once, with its newest choice, and lets go of it', async () => {
    const buyer = await aBuyer();
    const { upgrades } = await getSellableService(ctx, one.serviceId);
    await put(buyer, one, two);
    const upgradeIds = [upgrades[0]?.upgradeId ?? ''];
    await addToCart(buyer, { serviceId: one.serviceId, upgradeIds, quantity: 2 });
    await changeQuantity(buyer, { serviceId: two.serviceId, quantity: 3 });
    expect((await openCart(buyer)).map(({ quote }) => quote.priceMinor)).toEqual([5_000n, 4_500n]);
    await removeFromCart(buyer, one.serviceId);
    expect(await openCart(buyer)).toHaveLength(1);
    const gone = { serviceId: one.serviceId, quantity: 2 };
    await expect(changeQuantity(buyer, gone)).rejects.toMatchObject({ status: 404 });
    await expect(removeFromCart(buyer, one.serviceId)).rejects.toMatchObject({ status: 404 });
    await expect(removeFromCart(buyer, "' or 1=1")).rejects.toMatchObject({ status: 404 });
  });

  it('refuses one’s own service, what is paused, what nobody sells, and strangers', async () => {
    const paused = await aShop();
    await pauseService(world.as(paused.sellerId), { serviceId: paused.serviceId });
    const buyer = await aBuyer();
    const refused: [Buyer, string, object][] = [
      [world.as(one.sellerId), one.serviceId, { code: 'own-service' }],
      [buyer, paused.serviceId, { code: 'service-changed' }],
      [buyer, newId(ctx), { status: 404 }],
      [world.stranger, one.serviceId, { status: 401 }],
    ];
    for (const [who, serviceId, refusal] of refused) {
      const adding = addToCart(who, { serviceId, upgradeIds: [], quantity: 1 });
      await expect(adding).rejects.toMatchObject(refusal);
    }
    expect(await openCart(buyer)).toEqual([]);
  });

  it('holds ten services, however many windows add', async () => {
    const buyer = await aBuyer();
    const many = await Promise.all(Array.from({ length: CART_LIMIT + 2 }, aShop));
    const added = await Promise.allSettled(many.map((service) => put(buyer, service)));
    expect(added.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(await openCart(buyer)).toHaveLength(CART_LIMIT);
  });

  it('tells what has changed since it was added', async () => {
    const [dearer, paused] = [await aShop(), await aShop()];
    const buyer = await aBuyer();
    await put(buyer, dearer, paused);
    await reprice(dearer, 2_000n);
    await pauseService(world.as(paused.sellerId), { serviceId: paused.serviceId });
    const lines = await openCart(buyer);
    expect(lines.map(({ changed, blocked }) => [changed, blocked])).toEqual([
      [true, undefined],
      [false, 'paused'],
    ]);
  });
});

describe('paying for the cart from the balance', () => {
  it('opens one order with each seller, all at once, and empties the cart', async () => {
    const buyer = await aBuyer(4_500n);
    await put(buyer, one, two, three);
    const { orderIds } = await buyCart(buyer, await shownTo(buyer));
    const sellers = await Promise.all(
      orderIds.map(async (id) => (await getOrder(buyer, id)).sellerId),
    );
    expect(sellers.sort()).toEqual([one, two, three].map(({ sellerId }) => sellerId).sort());
    expect([await spendable(buyer), await openCart(buyer)]).toEqual([0n, []]);
    expect((await verifyLedger(ctx, [escrowCheck])).differences).toEqual([]);
  });

  it('the same form a dozen times at once is one payment', async () => {
    const buyer = await aBuyer();
    await put(buyer, one, two);
    const form = await shownTo(buyer);
    const all = await Promise.all(Array.from({ length: 12 }, () => buyCart(buyer, form)));
    expect(new Set(all.map(({ orderIds }) => orderIds.join())).size).toBe(1);
    expect([await spendable(buyer), (await orders(buyer)).length]).toEqual([7_000n, 2]);
    const other = { ...form, shown: form.shown.slice(1) };
    await expect(buyCart(buyer, other)).rejects.toMatchObject({ code: 'purchase-key-reused' });
  });

  it('two windows at once with single purchases between them never hang or pay twice', async () => {
    const buyer = await aBuyer(100_000n);
    const limited = await aShop();
    await setQueueLimit(world.as(limited.sellerId), { serviceId: limited.serviceId, limit: 100 });
    for (let round = 0; round < 5; round += 1) {
      await put(buyer, one, two, limited);
      const [left, right] = [await shownTo(buyer), await shownTo(buyer)];
      const before = (await orders(buyer)).length;
      const all = await Promise.allSettled([buyCart(buyer, left), buyCart(buyer, right)]);
      const done = all.filter(({ status }) => status === 'fulfilled').length;
      expect(done).toBeGreaterThanOrEqual(1);
      expect((await orders(buyer)).length - before).toBe(3 * done);
    }
  });

  it.each([
    ['a price changed', (own: FixtureService) => reprice(own, 2_000n), 'price-changed'],
    [
      'a service was paused',
      (own: FixtureService) => pauseService(world.as(own.sellerId), { serviceId: own.serviceId }),
      'service-changed',
    ],
    [
      'a queue is closed',
      (own: FixtureService) =>
        setQueueLimit(world.as(own.sellerId), { serviceId: own.serviceId, limit: 0 }),
      'service-changed',
    ],
  ])('takes nothing for anything when %s', async (_what, change, code) => {
    const own = await aShop();
    const buyer = await aBuyer();
    await put(buyer, one, own, two);
    const form = await shownTo(buyer);
    await change(own);
    await expect(buyCart(buyer, form)).rejects.toMatchObject({ code });
    expect([await spendable(buyer), await orders(buyer)]).toEqual([10_000n, []]);
    expect(await openCart(buyer)).toHaveLength(3);
  });

  it('takes nothing when one of them is full: the queue is seen by the purchase itself', async () => {
    const own = await aShop();
    await setQueueLimit(world.as(own.sellerId), { serviceId: own.serviceId, limit: 1 });
    const buyers = await Promise.all([aBuyer(), aBuyer(), aBuyer()]);
    const forms = [];
    for (const buyer of buyers) {
      await put(buyer, one, own);
      forms.push({ buyer, form: await shownTo(buyer) });
    }
    const all = await Promise.allSettled(forms.map(({ buyer, form }) => buyCart(buyer, form)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const counts = await Promise.all(buyers.map(async (buyer) => (await orders(buyer)).length));
    expect(counts.sort((one, other) => one - other)).toEqual([0, 0, 2]);
  });

  it('refuses another cart than the page showed, an empty one, and more than the balance', async () => {
    const buyer = await aBuyer(2_999n);
    await put(buyer, one, two);
    const form = await shownTo(buyer);
    await expect(buyCart(buyer, form)).rejects.toMatchObject({ code: 'balance-too-low' });
    await removeFromCart(buyer, two.serviceId);
    await expect(buyCart(buyer, form)).rejects.toMatchObject({ code: 'cart-changed' });
    await removeFromCart(buyer, one.serviceId);
    await expect(buyCart(buyer, { key: newId(ctx), shown: [] })).rejects.toMatchObject({
      code: 'cart-changed',
    });
    await expect(buyCart(world.stranger, form)).rejects.toMatchObject({ status: 401 });
    expect(await spendable(buyer)).toBe(2_999n);
  });
});

describe('paying for the cart by a gateway', () => {
  const start = async (buyer: Buyer, more: object = {}) =>
    startCartPurchase(buyer, {
      ...(await shownTo(buyer)),
      gateway: 'sandbox',
      useBalance: false,
      shownBalanceMinor: 0n,
      ...more,
    });

  async function pay(paymentId: string) {
    const payment = await findPayment(ctx, paymentId);
    if (!payment) throw new Error('no payment');
    await settlePayment(ctx, {
      paymentId,
      report: { ref: payment.gatewayRef ?? '', state: 'succeeded', amountMinor: totalOf(payment) },
    });
    await server.drain();
  }

  it('is one payment with one fee, shared among the orders to the cent', async () => {
    const buyer = await aBuyer(500n);
    await put(buyer, one, two, three);
    const { cart, payment } = await start(buyer, { useBalance: true, shownBalanceMinor: 500n });
    expect(payment).toMatchObject({ amountMinor: 4_000n, feeMinor: 200n });
    expect([await orders(buyer), (await openCart(buyer)).length]).toEqual([[], 3]);
    await pay(payment.paymentId);
    expect((await orders(buyer)).map((order) => order.fee_minor)).toEqual([66n, 66n, 68n]);
    expect([await spendable(buyer), await openCart(buyer)]).toEqual([0n, []]);
    const again = await placePaidCart(ctx, cart.purchaseId);
    expect([again.state, again.orderIds.length]).toEqual(['placed', 3]);
    expect((await verifyLedger(ctx, [escrowCheck])).differences).toEqual([]);
  });

  it('becomes credit, and the cart stays, when something changed meanwhile', async () => {
    const own = await aShop();
    const buyer = await aBuyer(0n);
    await put(buyer, one, own);
    const { cart, payment } = await start(buyer);
    await reprice(own, 2_500n);
    await pay(payment.paymentId);
    const returned = await findCartPurchase(ctx, cart.purchaseId);
    expect(returned).toMatchObject({ state: 'returned', reason: 'price-changed', orderIds: [] });
    expect([await spendable(buyer), await orders(buyer)]).toEqual([3_000n, []]);
    expect(await openCart(buyer)).toHaveLength(2);
    const { rows } = await sql<{ kind: string }>`select kind from notifications.notices
      where member_id = ${idOf(buyer)}`.execute(ctx.db);
    expect(rows.map(({ kind }) => kind)).toContain('checkout.purchase-returned');
  });

  it('begins once for a dozen clicks', async () => {
    const buyer = await aBuyer(0n);
    await put(buyer, one, two);
    const form = { ...(await shownTo(buyer)), gateway: 'sandbox', useBalance: false };
    const all = await Promise.all(
      Array.from({ length: 12 }, () =>
        startCartPurchase(buyer, { ...form, shownBalanceMinor: 0n }),
      ),
    );
    expect(new Set(all.map(({ payment }) => payment.paymentId)).size).toBe(1);
  });

  it('given up, nothing is bought; money that comes after all is credit', async () => {
    const buyer = await aBuyer(0n);
    await put(buyer, one);
    const { cart, payment } = await start(buyer);
    await cancelPayment(buyer, { paymentId: payment.paymentId });
    await server.drain();
    await giveUpCart(ctx, cart.purchaseId);
    expect((await findCartPurchase(ctx, cart.purchaseId))?.state).toBe('given_up');
    await placePaidCart(ctx, cart.purchaseId);
    expect((await findCartPurchase(ctx, cart.purchaseId))?.state).toBe('returned');
    expect(await orders(buyer)).toEqual([]);
  });
});

it('shares a fee by price, to the cent', () => {
  expect(shareFee(200n, [1_500n, 1_500n, 1_500n])).toEqual([66n, 66n, 68n]);
  expect(shareFee(0n, [1_000n, 500n])).toEqual([0n, 0n]);
  expect(shareFee(50n, [1_000n])).toEqual([50n]);
});
