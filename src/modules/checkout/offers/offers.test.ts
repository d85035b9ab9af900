import { aPublishedService } from '#catalogue/testing';
import { aMember } from '#identity/testing';
import { balancesOf, verifyLedger } from '#ledger';
import { fund } from '#ledger/testing';
import { getOrder } from '#orders';
import { newId } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { findPayment, settlePayment, totalOf } from '#wallet';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buyFromBalance } from '../buying/buy-from-balance.ts';
import { placePaidPurchase } from '../buying/place-paid-purchase.ts';
import { startPurchase } from '../buying/start-purchase.ts';
import { declineOffer } from './decline-offer.ts';
import { makeOffer } from './make-offer.ts';
import { findOffer, listOffers } from './offer-store.ts';
import { sweepOffers } from './sweep-offers.ts';
import { withdrawOffer } from './withdraw-offer.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const sold = await aPublishedService(world);
const seller = world.as(sold.sellerId);
const DAY_MS = 86_400_000;

async function aTalk(creditMinor = 50_000n) {
  const { memberId: buyerId } = await aMember(world, { displayName: 'هند' });
  if (creditMinor > 0n) await fund(ctx, buyerId, creditMinor);
  return { buyerId, buyer: world.as(buyerId), conversationId: newId(ctx) };
}

const terms = (
  { buyerId, conversationId }: { buyerId: string; conversationId: string },
  change: object = {},
) => ({
  conversationId,
  buyerId,
  serviceId: sold.serviceId,
  title: 'هوية كاملة لمقهى',
  scope: 'شعار ودليل ألوان وبطاقة عمل.',
  priceMinor: 12_000n,
  deliveryDays: 9,
  changesIncluded: 3,
  standsDays: 3,
  asksQuestions: false,
  key: newId(ctx),
  ...change,
});

const pay = (offerId: string, change: object = {}) => ({
  serviceId: '',
  upgradeIds: [],
  quantity: 1,
  offerId,
  shownPriceMinor: 12_000n,
  shownDays: 9,
  key: newId(ctx),
  ...change,
});

describe('an offer', () => {
  it('becomes an order on its own terms, from the balance', async () => {
    const talk = await aTalk();
    const { buyer, buyerId } = talk;
    const offer = await makeOffer(seller, terms(talk));
    const { orderId } = await buyFromBalance(buyer, pay(offer.offerId));
    expect(await getOrder(buyer, orderId)).toMatchObject({
      title: 'هوية كاملة لمقهى',
      priceMinor: 12_000n,
      deliveryDays: 9,
      changesIncluded: 3,
      commissionBps: 2_000,
      questions: [],
      items: [{ unitPriceMinor: 12_000n, note: 'شعار ودليل ألوان وبطاقة عمل.' }],
    });
    expect(await findOffer(ctx, offer.offerId)).toMatchObject({ state: 'accepted', orderId });
    expect((await balancesOf(ctx, buyerId)).creditMinor).toBe(38_000n);
    expect((await verifyLedger(ctx)).ok).toBe(true);
  });

  it.each([
    ['no title', { title: ' ' }, { title: 'required' }],
    ['a long title', { title: 'ا'.repeat(81) }, { title: 'title-too-long' }],
    ['no scope', { scope: '' }, { scope: 'required' }],
    ['an endless scope', { scope: 'ا'.repeat(5_001) }, { scope: 'scope-too-long' }],
    ['a number to call', { scope: 'راسلني على 0551234567' }, { scope: 'holds-contact' }],
    ['an address in its title', { title: 'شعار hind@gmail.com' }, { title: 'holds-contact' }],
    ['a price below the rule', { priceMinor: 499n }, { price: 'price' }],
    ['a price above the rule', { priceMinor: 100_001n }, { price: 'price' }],
    ['no days', { deliveryDays: 0 }, { days: 'days' }],
    ['half a day', { deliveryDays: 1.5 }, { days: 'days' }],
    ['more changes than anybody makes', { changesIncluded: 21 }, { changes: 'changes' }],
    ['a stand of a month', { standsDays: 30 }, { stands: 'stands' }],
  ])('with %s is refused', async (_what, change, fields) => {
    const talk = await aTalk(0n);
    const refused: unknown = await makeOffer(seller, terms(talk, change)).catch((error) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).fields).toEqual(fields);
    expect(await listOffers(ctx, talk.conversationId)).toEqual([]);
  });

  it('is of the seller alone, to one buyer alone', async () => {
    const talk = await aTalk();
    const { buyer } = talk;
    const other = world.as((await aMember(world, { displayName: 'سالم' })).memberId);
    const gone = { status: 404 };
    for (const who of [buyer, other]) {
      await expect(makeOffer(who, terms(talk))).rejects.toMatchObject(gone);
    }
    await expect(makeOffer(world.stranger, terms(talk))).rejects.toMatchObject({
      status: 401,
    });
    const { offerId } = await makeOffer(seller, terms(talk));
    for (const who of [other, seller]) {
      await expect(buyFromBalance(who, pay(offerId))).rejects.toMatchObject(gone);
      await expect(declineOffer(who, { offerId, reason: '' })).rejects.toMatchObject(gone);
    }
    for (const who of [other, buyer]) {
      await expect(withdrawOffer(who, offerId)).rejects.toMatchObject(gone);
    }
    await expect(buyFromBalance(world.stranger, pay(offerId))).rejects.toMatchObject({
      status: 401,
    });
    expect((await findOffer(ctx, offerId))?.state).toBe('open');
  });

  it('is not made more than three at a time, nor twice by one form', async () => {
    const talk = await aTalk();
    const first = terms(talk);
    const clicks = await Promise.all([1, 2, 3].map(() => makeOffer(seller, first)));
    expect(new Set(clicks.map(({ offerId }) => offerId)).size).toBe(1);
    await makeOffer(seller, terms(talk));
    await makeOffer(seller, terms(talk));
    await expect(makeOffer(seller, terms(talk))).rejects.toMatchObject({
      code: 'too-many-open-offers',
    });
  });

  it('is charged as it stands: another price than was shown is asked for again', async () => {
    const talk = await aTalk();
    const { buyer } = talk;
    const { offerId } = await makeOffer(seller, terms(talk));
    await expect(
      buyFromBalance(buyer, pay(offerId, { shownPriceMinor: 500n })),
    ).rejects.toMatchObject({ code: 'price-changed' });
  });

  it('makes one order for twenty clicks', async () => {
    const talk = await aTalk();
    const { buyer, buyerId } = talk;
    const { offerId } = await makeOffer(seller, terms(talk));
    const orders = await Promise.all(
      Array.from({ length: 20 }, () => buyFromBalance(buyer, pay(offerId))),
    );
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(1);
    expect((await balancesOf(ctx, buyerId)).creditMinor).toBe(38_000n);
  });

  it('accepted and withdrawn at the same moment has one end', async () => {
    for (let round = 0; round < 15; round += 1) {
      const talk = await aTalk();
      const { buyer, buyerId } = talk;
      const { offerId } = await makeOffer(seller, terms(talk));
      const [bought, withdrawn] = await Promise.allSettled([
        buyFromBalance(buyer, pay(offerId)),
        withdrawOffer(seller, offerId),
      ]);
      const state = (await findOffer(ctx, offerId))?.state;
      expect([bought.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
      expect(state).toBe(bought.status === 'fulfilled' ? 'accepted' : 'withdrawn');
      const loser = bought.status === 'rejected' ? bought : withdrawn;
      expect((loser as PromiseRejectedResult).reason).toMatchObject({ code: 'offer-closed' });
      const left = state === 'accepted' ? 38_000n : 50_000n;
      expect((await balancesOf(ctx, buyerId)).creditMinor).toBe(left);
    }
    expect((await verifyLedger(ctx)).ok).toBe(true);
  });

  it('ends by itself, with a word a day before, once', async () => {
    const talk = await aTalk();
    const { buyer, buyerId } = talk;
    const { offerId } = await makeOffer(seller, terms(talk));
    world.clock.advance(2 * DAY_MS + 3_600_000);
    await Promise.all([sweepOffers(ctx), sweepOffers(ctx)]);
    world.clock.advance(DAY_MS);
    await expect(buyFromBalance(buyer, pay(offerId))).rejects.toMatchObject({
      code: 'offer-closed',
    });
    await Promise.all([sweepOffers(ctx), sweepOffers(ctx)]);
    await server.drain();
    expect((await findOffer(ctx, offerId))?.state).toBe('expired');
    const told = async (memberId: string) => {
      const { rows } = await sql<{ kind: string }>`select kind from notifications.notices
        where member_id = ${memberId} and kind like 'conversations.offer-%'
          and params ->> 'offerId' = ${offerId} order by at, id`.execute(ctx.db);
      return rows.map(({ kind }) => kind).sort();
    };
    expect(await told(buyerId)).toEqual([
      'conversations.offer-expiring',
      'conversations.offer-made',
    ]);
    expect(await told(sold.sellerId)).toEqual(['conversations.offer-expired']);
  });

  it('paid by card after it was withdrawn leaves the money with its buyer', async () => {
    const talk = await aTalk(0n);
    const { buyer, buyerId } = talk;
    const { offerId } = await makeOffer(seller, terms(talk));
    const started = await startPurchase(buyer, {
      ...pay(offerId),
      gateway: 'sandbox',
      useBalance: false,
    });
    await withdrawOffer(seller, offerId);
    const payment = await findPayment(ctx, started.payment.paymentId);
    if (!payment) throw new Error('no payment');
    await settlePayment(ctx, {
      paymentId: payment.paymentId,
      report: { ref: payment.gatewayRef ?? '', state: 'succeeded', amountMinor: totalOf(payment) },
    });
    await server.drain();
    const purchase = await placePaidPurchase(ctx, started.purchase.purchaseId);
    expect(purchase).toMatchObject({ state: 'returned', reason: 'offer-closed' });
    expect((await balancesOf(ctx, buyerId)).creditMinor).toBe(12_000n);
    expect((await verifyLedger(ctx)).ok).toBe(true);
  });

  it('paid by card becomes an order', async () => {
    const talk = await aTalk(0n);
    const { buyer } = talk;
    const { offerId } = await makeOffer(seller, terms(talk));
    const started = await startPurchase(buyer, {
      ...pay(offerId),
      gateway: 'sandbox',
      useBalance: false,
    });
    const payment = await findPayment(ctx, started.payment.paymentId);
    if (!payment) throw new Error('no payment');
    await settlePayment(ctx, {
      paymentId: payment.paymentId,
      report: { ref: payment.gatewayRef ?? '', state: 'succeeded', amountMinor: totalOf(payment) },
    });
    await server.drain();
    const offer = await findOffer(ctx, offerId);
    expect(offer?.state).toBe('accepted');
    expect(await getOrder(buyer, offer?.orderId ?? '')).toMatchObject({ priceMinor: 12_000n });
  });
});
