import { aPublishedService } from '#catalogue/testing';
import {
  buyFromBalance,
  declineOffer,
  declineRequest,
  findOffer,
  listOffers,
  listRequests,
  placePaidPurchase,
  startPurchase,
  sweepOffers,
  withdrawOffer,
  withdrawRequest,
} from '#checkout';
import { registerMember } from '#identity';
import { balancesOf, verifyLedger } from '#ledger';
import { fund } from '#ledger/testing';
import { getOrder } from '#orders';
import { InvalidInput } from '#platform/refusals';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { findPayment, settlePayment, totalOf } from '#wallet';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { askSeller, offerInTalk, requestInTalk, setBlock } from '../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const sold = await aPublishedService(world);
const seller = world.as(sold.sellerId);
const DAY_MS = 86_400_000;
let count = 0;

async function aMember(name: string) {
  count += 1;
  const { memberId } = await registerMember(ctx, {
    email: `offers${count}@example.com`,
    displayName: name,
    password: 'khatam-saffron-71',
  });
  return memberId;
}

/** A buyer with money who talks with the seller. */
async function aTalk(creditMinor = 50_000n) {
  const buyerId = await aMember('هند');
  if (creditMinor > 0n) await fund(ctx, buyerId, creditMinor);
  const buyer = world.as(buyerId);
  const { conversationId } = await askSeller(buyer, {
    serviceId: sold.serviceId,
    body: 'هل تعمل هوية كاملة؟',
    key: `ask-${count}`,
  });
  return { buyerId, buyer, conversationId };
}

const terms = (conversationId: string, change: object = {}) => ({
  conversationId,
  title: 'هوية كاملة لمقهى',
  scope: 'شعار ودليل ألوان وبطاقة عمل.',
  priceMinor: 12_000n,
  deliveryDays: 9,
  changesIncluded: 3,
  standsDays: 3,
  asksQuestions: false,
  key: `offer-${(count += 1)}`,
  ...change,
});

const pay = (offerId: string, change: object = {}) => ({
  serviceId: '',
  upgradeIds: [],
  quantity: 1,
  offerId,
  shownPriceMinor: 12_000n,
  shownDays: 9,
  key: `pay-${(count += 1)}`,
  ...change,
});

describe('an offer', () => {
  it('becomes an order on its own terms, from the balance', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    const offer = await offerInTalk(seller, terms(conversationId));
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
    ['a price below the rule', { priceMinor: 499n }, { price: 'price' }],
    ['a price above the rule', { priceMinor: 100_001n }, { price: 'price' }],
    ['no days', { deliveryDays: 0 }, { days: 'days' }],
    ['half a day', { deliveryDays: 1.5 }, { days: 'days' }],
    ['more changes than anybody makes', { changesIncluded: 21 }, { changes: 'changes' }],
    ['a stand of a month', { standsDays: 30 }, { stands: 'stands' }],
  ])('with %s is refused', async (_what, change, fields) => {
    const { conversationId } = await aTalk(0n);
    const refused: unknown = await offerInTalk(seller, terms(conversationId, change)).catch(
      (error) => error,
    );
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).fields).toEqual(fields);
    expect(await listOffers(ctx, conversationId)).toEqual([]);
  });

  it('is of the seller alone, to one buyer alone', async () => {
    const { buyer, conversationId } = await aTalk();
    const other = world.as(await aMember('سالم'));
    const gone = { status: 404 };
    for (const who of [buyer, other]) {
      await expect(offerInTalk(who, terms(conversationId))).rejects.toMatchObject(gone);
    }
    await expect(offerInTalk(world.stranger, terms(conversationId))).rejects.toMatchObject({
      status: 401,
    });
    const { offerId } = await offerInTalk(seller, terms(conversationId));
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

  it('is not made through a block, nor more than three at a time, nor twice by one form', async () => {
    const { buyer, conversationId } = await aTalk();
    const first = terms(conversationId);
    const clicks = await Promise.all([1, 2, 3].map(() => offerInTalk(seller, first)));
    expect(new Set(clicks.map(({ offerId }) => offerId)).size).toBe(1);
    await offerInTalk(seller, terms(conversationId));
    await offerInTalk(seller, terms(conversationId));
    await expect(offerInTalk(seller, terms(conversationId))).rejects.toMatchObject({
      code: 'too-many-open-offers',
    });
    await setBlock(buyer, conversationId, true);
    await expect(offerInTalk(seller, terms(conversationId))).rejects.toMatchObject({
      code: 'talk-is-blocked',
    });
  });

  it('is charged as it stands: another price than was shown is asked for again', async () => {
    const { buyer, conversationId } = await aTalk();
    const { offerId } = await offerInTalk(seller, terms(conversationId));
    await expect(
      buyFromBalance(buyer, pay(offerId, { shownPriceMinor: 500n })),
    ).rejects.toMatchObject({ code: 'price-changed' });
  });

  it('makes one order for twenty clicks', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    const { offerId } = await offerInTalk(seller, terms(conversationId));
    const orders = await Promise.all(
      Array.from({ length: 20 }, () => buyFromBalance(buyer, pay(offerId))),
    );
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(1);
    expect((await balancesOf(ctx, buyerId)).creditMinor).toBe(38_000n);
  });

  it('accepted and withdrawn at the same moment has one end', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { buyer, buyerId, conversationId } = await aTalk();
      const { offerId } = await offerInTalk(seller, terms(conversationId));
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
    const { buyer, buyerId, conversationId } = await aTalk();
    const { offerId } = await offerInTalk(seller, terms(conversationId));
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
      return rows.map(({ kind }) => kind);
    };
    expect(await told(buyerId)).toEqual([
      'conversations.offer-made',
      'conversations.offer-expiring',
    ]);
    expect(await told(sold.sellerId)).toEqual(['conversations.offer-expired']);
  });

  it('paid by card after it was withdrawn leaves the money with its buyer', async () => {
    const { buyer, buyerId, conversationId } = await aTalk(0n);
    const { offerId } = await offerInTalk(seller, terms(conversationId));
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
    expect((await balancesOf(ctx, buyerId)).creditMinor).toBe(12_000n + started.purchase.feeMinor);
    expect((await verifyLedger(ctx)).ok).toBe(true);
  });

  it('paid by card becomes an order', async () => {
    const { buyer, conversationId } = await aTalk(0n);
    const { offerId } = await offerInTalk(seller, terms(conversationId));
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

describe('a request', () => {
  const wish = (conversationId: string, change: object = {}) => ({
    conversationId,
    body: 'لافتة بعرض ثلاثة أمتار',
    wishedMinor: 4_000n,
    wishedDays: 5,
    ...change,
  });

  it('is answered with an offer, once', async () => {
    const { buyer, conversationId } = await aTalk();
    const { requestId } = await requestInTalk(buyer, wish(conversationId));
    expect(await requestInTalk(buyer, wish(conversationId))).toEqual({ requestId });
    await expect(
      requestInTalk(buyer, wish(conversationId, { body: 'شيء آخر' })),
    ).rejects.toMatchObject({ code: 'request-waits' });
    await offerInTalk(seller, terms(conversationId, { requestId }));
    expect((await listRequests(ctx, conversationId))[0]?.state).toBe('offered');
    await expect(offerInTalk(seller, terms(conversationId, { requestId }))).rejects.toMatchObject({
      code: 'request-settled',
    });
    await expect(withdrawRequest(buyer, requestId)).rejects.toMatchObject({
      code: 'request-settled',
    });
  });

  it('is declined with a reason, by its seller alone, and taken back by its buyer alone', async () => {
    const { buyer, conversationId } = await aTalk();
    const { requestId } = await requestInTalk(buyer, wish(conversationId));
    const gone = { status: 404 };
    const other = world.as(await aMember('سالم'));
    for (const who of [buyer, other]) {
      await expect(declineRequest(who, { requestId, reason: 'لا' })).rejects.toMatchObject(gone);
    }
    for (const who of [seller, other]) {
      await expect(withdrawRequest(who, requestId)).rejects.toMatchObject(gone);
    }
    await expect(declineRequest(seller, { requestId, reason: ' ' })).rejects.toBeInstanceOf(
      InvalidInput,
    );
    await declineRequest(seller, { requestId, reason: 'لا أعمل لافتات.' });
    await declineRequest(seller, { requestId, reason: 'لا أعمل لافتات.' });
    expect((await listRequests(ctx, conversationId))[0]).toMatchObject({
      state: 'declined',
      reason: 'لا أعمل لافتات.',
    });
    await requestInTalk(buyer, wish(conversationId, { body: 'بطاقات' }));
  });

  it.each([
    ['no words', { body: ' ' }, { body: 'required' }],
    ['a price of nothing', { wishedMinor: 1n }, { price: 'price' }],
    ['a year', { wishedDays: 365 }, { days: 'days' }],
  ])('with %s is refused', async (_what, change, fields) => {
    const { buyer, conversationId } = await aTalk(0n);
    const refused: unknown = await requestInTalk(buyer, wish(conversationId, change)).catch(
      (error) => error,
    );
    expect((refused as InvalidInput).fields).toEqual(fields);
  });

  it('of others than the buyer is not there', async () => {
    const { conversationId } = await aTalk();
    const other = world.as(await aMember('سالم'));
    for (const who of [seller, other]) {
      await expect(requestInTalk(who, wish(conversationId))).rejects.toMatchObject({ status: 404 });
    }
    await expect(requestInTalk(world.stranger, wish(conversationId))).rejects.toMatchObject({
      status: 401,
    });
  });
});
