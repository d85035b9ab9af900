import { aPublishedService } from '#catalogue/testing';
import { listOffers } from '#checkout';
import { registerMember } from '#identity';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { askSeller } from '../talking/ask-seller.ts';
import { setBlock } from '../talking/set-block.ts';
import { offerInTalk } from './offer-in-talk.ts';
import { requestInTalk } from './request-in-talk.ts';

const world = await aWorld();
const { ctx } = world;
const sold = await aPublishedService(world);
const seller = world.as(sold.sellerId);
let count = 0;

async function aMember(displayName: string) {
  count += 1;
  const email = `offers${count}@example.com`;
  const password = 'khatam-saffron-71';
  return (await registerMember(ctx, { email, displayName, password })).memberId;
}

async function aTalk() {
  const buyer = world.as(await aMember('هند'));
  const { conversationId } = await askSeller(buyer, {
    serviceId: sold.serviceId,
    body: 'هل تعمل هوية كاملة؟',
    key: `ask-${count}`,
  });
  return { buyer, conversationId };
}

const terms = (conversationId: string) => ({
  conversationId,
  title: 'هوية كاملة لمقهى',
  scope: 'شعار ودليل ألوان وبطاقة عمل.',
  priceMinor: 12_000n,
  deliveryDays: 9,
  changesIncluded: 3,
  standsDays: 3,
  asksQuestions: false,
  says: (title: string) => `عرض: ${title}`,
  key: `offer-${(count += 1)}`,
});

/** What sayInTalk and the two sides said there. */
async function linesOf(conversationId: string): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`select m.body from messaging.messages m
    join messaging.threads t on t.id = m.thread_id where t.subject_id = ${conversationId}
    order by m.seq`.execute(ctx.db);
  return rows.map(({ body }) => body);
}

describe('an offer in a conversation', () => {
  it('is said there, once, and only its seller makes it', async () => {
    const { buyer, conversationId } = await aTalk();
    const other = world.as(await aMember('سالم'));
    for (const who of [buyer, other]) {
      await expect(offerInTalk(who, terms(conversationId))).rejects.toMatchObject({ status: 404 });
    }
    await expect(offerInTalk(world.stranger, terms(conversationId))).rejects.toMatchObject({
      status: 401,
    });
    const form = terms(conversationId);
    const first = await offerInTalk(seller, form);
    expect((await offerInTalk(seller, form)).offerId).toBe(first.offerId);
    expect(await linesOf(conversationId)).toEqual(['هل تعمل هوية كاملة؟', 'عرض: هوية كاملة لمقهى']);
  });

  it('does not pass a block, and leaves nothing behind', async () => {
    const { buyer, conversationId } = await aTalk();
    await setBlock(buyer, conversationId, true);
    await expect(offerInTalk(seller, terms(conversationId))).rejects.toMatchObject({
      code: 'talk-is-blocked',
    });
    const wish = { conversationId, body: 'لافتة', says: 'طلب' };
    await expect(requestInTalk(buyer, wish)).rejects.toMatchObject({ code: 'talk-is-blocked' });
    expect(await listOffers(ctx, conversationId)).toEqual([]);
    expect(await linesOf(conversationId)).toHaveLength(1);
  });
});

describe('a request in a conversation', () => {
  it('is said there by its buyer alone', async () => {
    const { buyer, conversationId } = await aTalk();
    const wish = { conversationId, body: 'لافتة', says: 'طلب على مقاسي' };
    for (const who of [seller, world.as(await aMember('سالم'))]) {
      await expect(requestInTalk(who, wish)).rejects.toMatchObject({ status: 404 });
    }
    await expect(requestInTalk(world.stranger, wish)).rejects.toMatchObject({ status: 401 });
    await requestInTalk(buyer, wish);
    await requestInTalk(buyer, wish);
    expect(await linesOf(conversationId)).toEqual(['هل تعمل هوية كاملة؟', 'طلب على مقاسي']);
  });
});
