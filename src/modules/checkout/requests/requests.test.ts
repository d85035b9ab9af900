import { aPublishedService } from '#catalogue/testing';
import { aMember } from '#identity/testing';
import { newId } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { makeOffer } from '../offers/make-offer.ts';
import { declineRequest } from './decline-request.ts';
import { requestOrder } from './request-order.ts';
import { listRequests } from './request-store.ts';
import { withdrawRequest } from './withdraw-request.ts';

const world = await aWorld();
const { ctx } = world;
const sold = await aPublishedService(world);
const seller = world.as(sold.sellerId);

async function aTalk() {
  const { memberId: buyerId } = await aMember(world, { displayName: 'هند' });
  return { buyerId, buyer: world.as(buyerId), conversationId: newId(ctx) };
}

const answer = (conversationId: string, to: { buyerId: string; requestId: string }) =>
  makeOffer(seller, {
    conversationId,
    ...to,
    serviceId: sold.serviceId,
    title: 'لافتة',
    scope: 'ملف جاهز للطباعة.',
    priceMinor: 4_000n,
    deliveryDays: 5,
    changesIncluded: 1,
    standsDays: 3,
    asksQuestions: true,
    key: newId(ctx),
  });

describe('a request', () => {
  const wish = (conversationId: string, change: object = {}) => ({
    conversationId,
    serviceId: sold.serviceId,
    body: 'لافتة بعرض ثلاثة أمتار',
    wishedMinor: 4_000n,
    wishedDays: 5,
    ...change,
  });

  it('is answered with an offer, once', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    const { requestId } = await requestOrder(buyer, wish(conversationId));
    expect(await requestOrder(buyer, wish(conversationId))).toEqual({ requestId });
    await expect(
      requestOrder(buyer, wish(conversationId, { body: 'شيء آخر' })),
    ).rejects.toMatchObject({ code: 'request-waits' });
    await answer(conversationId, { buyerId, requestId });
    expect((await listRequests(ctx, conversationId))[0]?.state).toBe('offered');
    await expect(answer(conversationId, { buyerId, requestId })).rejects.toMatchObject({
      code: 'request-settled',
    });
    await expect(withdrawRequest(buyer, requestId)).rejects.toMatchObject({
      code: 'request-settled',
    });
  });

  it('is declined with a reason, by its seller alone, and taken back by its buyer alone', async () => {
    const { buyer, conversationId } = await aTalk();
    const { requestId } = await requestOrder(buyer, wish(conversationId));
    const gone = { status: 404 };
    const other = world.as((await aMember(world, { displayName: 'سالم' })).memberId);
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
    await requestOrder(buyer, wish(conversationId, { body: 'بطاقات' }));
  });

  it.each([
    ['no words', { body: ' ' }, { body: 'required' }],
    ['a number to call', { body: 'كلّمني على ٠٥٥١٢٣٤٥٦٧' }, { body: 'holds-contact' }],
    ['a price of nothing', { wishedMinor: 1n }, { price: 'price' }],
    ['a year', { wishedDays: 365 }, { days: 'days' }],
  ])('with %s is refused', async (_what, change, fields) => {
    const { buyer, conversationId } = await aTalk();
    const refused: unknown = await requestOrder(buyer, wish(conversationId, change)).catch(
      (error) => error,
    );
    expect((refused as InvalidInput).fields).toEqual(fields);
  });

  it('is of a member, about the service of another', async () => {
    const { conversationId } = await aTalk();
    await expect(requestOrder(seller, wish(conversationId))).rejects.toMatchObject({ status: 404 });
    await expect(requestOrder(world.stranger, wish(conversationId))).rejects.toMatchObject({
      status: 401,
    });
  });
});
