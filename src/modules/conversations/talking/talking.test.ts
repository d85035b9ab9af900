import { aMember, aPublishedService } from '#catalogue/testing';
import { findThread, listMessages, showTyping, unreadMessages } from '#messaging';
import { listNotices } from '#notifications';
import { getOrderRoom, sendOrderMessage } from '#orders';
import { anActiveOrder } from '#orders/testing';
import { drainFacts } from '#platform/facts';
import { NotFound, SignInRequired, TooMany } from '#platform/refusals';
import { aWorld } from '#test/world';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { FileNotReady, OwnServiceTalk, TalkIsBlocked } from '../conversation-errors.ts';
import { saveHabits } from '../habits/save-habits.ts';
import { noticeListeners } from '../notices/conversations.listener.ts';
import { askSeller } from './ask-seller.ts';
import { openConversationFile } from './open-conversation-file.ts';
import { readConversation } from './read-conversation.ts';
import { sendMessage } from './send-message.ts';
import { setBlock } from './set-block.ts';
import { setSpam } from './set-spam.ts';
import { tellTyping } from './tell-typing.ts';

const world = await aWorld();
const sold = await aPublishedService(world);
const seller = world.as(sold.sellerId);

async function aTalk() {
  const buyerId = await aMember(world, 'هند الشمري');
  const buyer = world.as(buyerId);
  const asked = { serviceId: sold.serviceId, body: 'هل تكتب بالعربية؟', key: randomUUID() };
  const { conversationId } = await askSeller(buyer, asked);
  return { buyer, buyerId, conversationId, asked };
}
const write = (body: string) => ({ body, key: randomUUID() });

describe('asking a seller', () => {
  it('begins one conversation a buyer and service, also at the same moment', async () => {
    const buyer = world.as(await aMember(world));
    const asks = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        askSeller(buyer, { serviceId: sold.serviceId, ...write(`سؤال ${n}`) }),
      ),
    );
    expect(new Set(asks.map(({ conversationId }) => conversationId)).size).toBe(1);
    const { messages } = await readConversation(seller, asks[0]!.conversationId);
    expect(messages).toHaveLength(6);
  });

  it('is one message however often the form is sent', async () => {
    const { buyer, conversationId, asked } = await aTalk();
    await askSeller(buyer, asked);
    expect((await readConversation(buyer, conversationId)).messages).toHaveLength(1);
  });

  it('is refused to strangers, to the seller themselves and about nothing', async () => {
    const ask = { serviceId: sold.serviceId, ...write('سؤال') };
    await expect(askSeller(world.stranger, ask)).rejects.toThrow(SignInRequired);
    await expect(askSeller(seller, ask)).rejects.toThrow(OwnServiceTalk);
    const buyer = world.as(await aMember(world));
    await expect(askSeller(buyer, { ...ask, serviceId: randomUUID() })).rejects.toThrow(NotFound);
    await expect(askSeller(buyer, { ...ask, body: '  ' })).rejects.toMatchObject({
      code: 'message-is-empty',
    });
    const none = await findThread(world.ctx, { kind: 'service-talk', id: randomUUID() });
    expect(none).toBeUndefined();
  });

  it('stops at twenty new conversations an hour', async () => {
    const buyer = world.as(await aMember(world));
    const others = await aMember(world);
    const more = await aPublishedService(world, { sellerId: others });
    await sql`insert into platform.limits (key, points, expire)
      values (${`conversation:${(buyer.actor as { memberId: string }).memberId}`}, 20,
        ${Date.now() + 3_600_000})`.execute(world.ctx.db);
    await expect(askSeller(buyer, { serviceId: more.serviceId, ...write('سؤال') })).rejects.toThrow(
      TooMany,
    );
  });
});

describe('a conversation', () => {
  it('is there for its two sides alone', async () => {
    const { conversationId } = await aTalk();
    const other = world.as(await aMember(world), ['support']);
    await expect(readConversation(other, conversationId)).rejects.toThrow(NotFound);
    await expect(sendMessage(other, { conversationId, ...write('أنا') })).rejects.toThrow(NotFound);
    await expect(setBlock(other, conversationId, true)).rejects.toThrow(NotFound);
    await expect(setSpam(other, conversationId, true)).rejects.toThrow(NotFound);
    await expect(tellTyping(other, conversationId)).rejects.toThrow(NotFound);
    const file = { conversationId, fileId: randomUUID() };
    await expect(openConversationFile(other, file)).rejects.toThrow(NotFound);
    await expect(openConversationFile(seller, file)).rejects.toThrow(NotFound);
  });

  it('takes files of its sender only', async () => {
    const { buyer, conversationId } = await aTalk();
    const uploadIds = [randomUUID()];
    await expect(
      sendMessage(buyer, { conversationId, uploadIds, ...write('ملف') }),
    ).rejects.toThrow(FileNotReady);
  });

  it('tells the other side once for a run of unread messages', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    await sendMessage(seller, { conversationId, ...write('نعم') });
    await sendMessage(seller, { conversationId, ...write('بالعربية والإنجليزية') });
    await drainFacts(world.ctx, noticeListeners);
    expect((await listNotices(buyer)).notices.map(({ href }) => href)).toEqual([
      `/messages/${conversationId}`,
    ]);
    expect(await unreadMessages(world.ctx, buyerId)).toBe(2);
    await readConversation(buyer, conversationId);
    expect(await unreadMessages(world.ctx, buyerId)).toBe(0);
  });

  it('keeps no row of who is writing', async () => {
    const { buyer, conversationId } = await aTalk();
    const threadId = await findThread(buyer, { kind: 'service-talk', id: conversationId });
    await showTyping(buyer, threadId!);
    await tellTyping(buyer, conversationId);
    expect((await readConversation(seller, conversationId)).messages).toHaveLength(1);
  });

  it('of ten thousand messages is read in windows, both ways', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    const threadId = await findThread(buyer, { kind: 'service-talk', id: conversationId });
    await sql`insert into messaging.messages (id, thread_id, sender_id, body, key, at)
      select gen_random_uuid(), ${threadId}, ${buyerId}, 'رسالة ' || n, 'many-' || n,
        ${world.clock.now()} from generate_series(1, 10000) n`.execute(world.ctx.db);
    const newest = await readConversation(seller, conversationId);
    expect(newest.messages).toHaveLength(80);
    expect(newest.newerAfter).toBeUndefined();
    const older = await readConversation(seller, conversationId, { before: newest.olderBefore! });
    expect(older.messages).toHaveLength(80);
    const again = await readConversation(seller, conversationId, { after: older.newerAfter! });
    expect(again.messages.map(({ seq }) => seq)).toEqual(newest.messages.map(({ seq }) => seq));
    expect(again.newerAfter).toBeUndefined();
    const all = await listMessages(seller, { threadId: threadId!, limit: 10_000 });
    expect(all).toHaveLength(200);
  });
});

describe('keeping one’s peace', () => {
  it('a block refuses both ways until it is taken back', async () => {
    const { buyer, conversationId } = await aTalk();
    await setBlock(seller, conversationId, true);
    await setBlock(seller, conversationId, true);
    for (const side of [buyer, seller]) {
      await expect(sendMessage(side, { conversationId, ...write('مرحبًا') })).rejects.toThrow(
        TalkIsBlocked,
      );
    }
    expect(await readConversation(buyer, conversationId)).toMatchObject({
      closed: true,
      blocking: false,
    });
    await setBlock(seller, conversationId, false);
    await sendMessage(buyer, { conversationId, ...write('مرحبًا') });
  });

  it('a block leaves the messages of a running order as they are', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    const { orderId } = await anActiveOrder(world, { buyerId, sellerId: sold.sellerId });
    await setBlock(seller, conversationId, true);
    await setBlock(buyer, conversationId, true);
    await sendOrderMessage(buyer, { orderId, ...write('متى التسليم؟') });
    await sendOrderMessage(seller, { orderId, ...write('غدًا') });
    const { messages } = await getOrderRoom(buyer, orderId);
    expect(messages.map(({ body }) => body)).toEqual(['متى التسليم؟', 'غدًا']);
    await expect(sendMessage(buyer, { conversationId, ...write('مرحبًا') })).rejects.toThrow(
      TalkIsBlocked,
    );
  });

  it('spam leaves count and notices of one member alone', async () => {
    const { buyer, buyerId, conversationId } = await aTalk();
    await setSpam(buyer, conversationId, true);
    await sendMessage(seller, { conversationId, ...write('عرض خاص') });
    await drainFacts(world.ctx, noticeListeners);
    expect(await unreadMessages(world.ctx, buyerId)).toBe(0);
    expect((await listNotices(buyer)).notices).toEqual([]);
    expect(await readConversation(buyer, conversationId)).toMatchObject({ spam: true });
    await setSpam(buyer, conversationId, false);
    expect(await readConversation(buyer, conversationId)).toMatchObject({ spam: false });
  });

  it('an automatic reply counts the days of its sender’s own clock', async () => {
    const sellerId = await aMember(world, 'سامر');
    const own = await aPublishedService(world, { sellerId });
    await sql`update identity.members set time_zone = 'America/New_York' where id = ${sellerId}`.execute(
      world.ctx.db,
    );
    const habits = { automaticReply: 'أجيبك قريبًا', awayReply: '', awayUntil: null };
    await saveHabits(world.as(sellerId), habits);
    const buyer = world.as(await aMember(world));
    // In New York the first two are of one evening, before and after midnight in Greenwich.
    const said = [];
    for (const at of ['2026-12-01T23:30:00Z', '2026-12-02T00:30:00Z', '2026-12-02T05:30:00Z']) {
      world.clock.set(new Date(at));
      const { conversationId } = await askSeller(buyer, { serviceId: own.serviceId, ...write(at) });
      const { messages } = await readConversation(buyer, conversationId);
      said.push(messages.filter(({ automatic }) => automatic).length);
    }
    expect(said).toEqual([1, 1, 2]);
  });

  it('an absent seller answers once a day, and has not read', async () => {
    const sellerId = await aMember(world, 'سامر');
    const own = await aPublishedService(world, { sellerId });
    const away = world.as(sellerId);
    const until = new Date(world.clock.now().getTime() + 3 * 86_400_000);
    await saveHabits(away, {
      automaticReply: 'أجيبك قريبًا',
      awayReply: 'أعود الأحد',
      awayUntil: until,
    });
    const buyer = world.as(await aMember(world));
    const ask = { serviceId: own.serviceId, ...write('متى تبدأ؟') };
    const { conversationId } = await askSeller(buyer, ask);
    await sendMessage(buyer, { conversationId, ...write('وكم يومًا؟') });
    const { messages } = await readConversation(buyer, conversationId);
    expect(messages.map(({ body, automatic, read }) => [body, automatic, read])).toEqual([
      ['متى تبدأ؟', false, false],
      ['أعود الأحد', true, true],
      ['وكم يومًا؟', false, false],
    ]);
    expect(await unreadMessages(world.ctx, sellerId)).toBe(2);
  });
});
