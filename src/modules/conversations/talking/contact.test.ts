import { aMember, aPublishedService } from '#catalogue/testing';
import { listThreads } from '#messaging';
import { listNotices } from '#notifications';
import { drainFacts } from '#platform/facts';
import { HOUR_MS } from '#platform/time';
import { decideContact, listOwnCases, objectToContact, trustListeners } from '#trust/testing';
import { aWorld } from '#test/world';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { saveHabits } from '../habits/save-habits.ts';
import { requestInTalk } from '../offers/request-in-talk.ts';
import { askSeller } from './ask-seller.ts';
import { readConversation } from './read-conversation.ts';
import { sendMessage } from './send-message.ts';

const world = await aWorld();
const NUMBER = 'رقمي: 0551234567، كلمني مساءً';

async function aTalk() {
  const sellerId = await aMember(world, 'سامر');
  const { serviceId } = await aPublishedService(world, { sellerId });
  const buyerId = await aMember(world, 'هند');
  const [buyer, seller] = [world.as(buyerId), world.as(sellerId)];
  const asked = { serviceId, body: 'هل تكتب بالعربية؟', key: randomUUID() };
  const { conversationId } = await askSeller(buyer, asked);
  const write = (as: typeof buyer, body: string, key = randomUUID()) =>
    sendMessage(as, { conversationId, body, key });
  const read = async (as: typeof buyer) =>
    (await readConversation(as, conversationId)).messages.at(-1);
  return { buyer, seller, buyerId, sellerId, conversationId, serviceId, write, read };
}

describe('a message with a way out of the site', () => {
  it('is whole to its writer and masked to the other side, in the list too', async () => {
    const { buyer, seller, sellerId, write, read } = await aTalk();
    await write(buyer, NUMBER);
    expect(await read(buyer)).toMatchObject({ body: NUMBER, mask: { readPast: true } });
    const other = await read(seller);
    expect(other?.body).not.toMatch(/055|4567/);
    expect(other).toMatchObject({ mask: { readPast: false } });
    const list = await listThreads(seller, { memberId: sellerId, kind: 'service-talk' });
    expect(list.map(({ lastBody }) => lastBody).join()).not.toMatch(/055|4567/);
  });

  it('is one case however often it is sent', async () => {
    const { buyer, write } = await aTalk();
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => write(buyer, NUMBER, key)));
    await write(buyer, NUMBER, key);
    expect((await listOwnCases(buyer)).cases).toHaveLength(1);
  });

  it('is shown whole when the staff lift it', async () => {
    const { buyer, seller, write, read } = await aTalk();
    await write(buyer, NUMBER);
    const caseId = (await listOwnCases(buyer)).cases[0]?.caseId ?? '';
    await objectToContact(buyer, { caseId, reason: 'رقم عينة' });
    const support = world.as(await aMember(world), ['support']);
    await decideContact(support, { caseId, lift: true, reason: 'رقم عينة' });
    expect(await read(seller)).toMatchObject({ body: NUMBER, mask: undefined });
    await drainFacts(world.ctx, trustListeners);
    expect((await listNotices(buyer)).notices.map(({ href }) => href)).toContain(
      `/contact-cases/${caseId}`,
    );
  });

  it('stays with its links to the site and to hosts of the trade', async () => {
    const { buyer, seller, write, read } = await aTalk();
    const body = `${world.ctx.site.publicUrl}/services/12 و https://www.behance.net/gallery/1`;
    await write(buyer, body);
    expect(await read(seller)).toMatchObject({ body, mask: undefined });
  });

  it('said by the house for an absent member is masked without a strike', async () => {
    const { buyer, seller, write, read } = await aTalk();
    await saveHabits(seller, { automaticReply: NUMBER, awayReply: '', awayUntil: null });
    await write(buyer, 'متى تبدأ؟');
    expect((await read(buyer))?.body).not.toMatch(/055|4567/);
    expect(await listOwnCases(seller)).toMatchObject({ strikes: 0 });
  });
});

describe('the third strike', () => {
  it('turns messages before orders off for two days, tells why, and not the other side’s', async () => {
    const { buyer, seller, conversationId, serviceId, write } = await aTalk();
    for (const _ of [1, 2, 3]) await write(buyer, NUMBER);
    const paused = { code: 'talk-is-paused', status: 409 };
    await expect(write(buyer, 'مرحبًا')).rejects.toMatchObject(paused);
    const ask = { serviceId, body: 'سؤال', key: randomUUID() };
    await expect(askSeller(buyer, ask)).rejects.toMatchObject(paused);
    const wish = { conversationId, body: 'لافتة', says: 'طلب' };
    await expect(requestInTalk(buyer, wish)).rejects.toMatchObject(paused);
    await write(seller, 'أهلًا');
    await drainFacts(world.ctx, trustListeners);
    const told = (await listNotices(buyer)).notices.map(({ href }) => href);
    expect(told.filter((href) => href.startsWith('/contact-cases/'))).toHaveLength(2);
    world.clock.advance(48 * HOUR_MS);
    await write(buyer, 'مرحبًا');
  });
});
