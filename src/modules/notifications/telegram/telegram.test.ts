import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { noticesPaths } from '../notices-paths.ts';
import { askTelegramCode } from './ask-telegram-code.ts';
import { linkTelegram } from './link-telegram.ts';
import { telegramSecret } from './telegram-secret.ts';
import { findChat } from './telegram-store.ts';
import { unlinkTelegram } from './unlink-telegram.ts';

const world = await aWorld();
world.ctx.site.telegram = { token: '1:x', bot: 'hirfa_bot', api: 'http://localhost:1' };
const server = await aServer(world);
const { ctx } = world;
let chats = 1_000n;
const aChat = () => (chats += 1n);

/** What Telegram brings, and what the site answers on the same line. */
async function say(chatId: bigint, text: string, secret = telegramSecret(ctx)) {
  const answer = await fetch(server.url + noticesPaths.telegramUpdates, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({
      update_id: 1,
      message: { chat: { id: Number(chatId), type: 'private' }, text },
    }),
  });
  return {
    status: answer.status,
    body: (await answer.json().catch(() => ({}))) as { text?: string },
  };
}

describe('a chat', () => {
  it('is linked by saying the code to the bot, once', async () => {
    const memberId = randomUUID();
    const chatId = aChat();
    const { code, url } = await askTelegramCode(world.as(memberId));
    expect(url).toBe(`https://t.me/hirfa_bot?start=${code}`);
    expect((await say(chatId, `/start ${code}`)).body).toMatchObject({
      method: 'sendMessage',
      chat_id: Number(chatId),
    });
    expect(await findChat(ctx, memberId)).toBe(chatId);
    expect(await linkTelegram(ctx, { code, chatId: aChat() })).toBeUndefined();
    await unlinkTelegram(world.as(memberId));
    expect(await findChat(ctx, memberId)).toBeUndefined();
  });

  it('belongs to whoever linked it last, and ends with /stop', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const chatId = aChat();
    for (const memberId of [first, second]) {
      const { code } = await askTelegramCode(world.as(memberId));
      expect(await linkTelegram(ctx, { code, chatId })).toBe(memberId);
    }
    expect([await findChat(ctx, first), await findChat(ctx, second)]).toEqual([undefined, chatId]);
    await say(chatId, '/stop');
    expect(await findChat(ctx, second)).toBeUndefined();
  });

  it('of a code said by two at once is linked to one', async () => {
    const { code } = await askTelegramCode(world.as(randomUUID()));
    const said = await Promise.all(
      [aChat(), aChat()].map((chatId) => linkTelegram(ctx, { code, chatId })),
    );
    expect(said.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it.each(['no-such-code', "' or 1=1", 'x'.repeat(4_000)])('is not linked by %s', async (code) => {
    const chatId = aChat();
    expect((await say(chatId, `/start ${code}`)).status).toBe(200);
    expect(await linkTelegram(ctx, { code, chatId })).toBeUndefined();
  });

  it('is not linked by a code of before, or one that is too old', async () => {
    const memberId = randomUUID();
    const { code: before } = await askTelegramCode(world.as(memberId));
    const { code } = await askTelegramCode(world.as(memberId));
    expect(await linkTelegram(ctx, { code: before, chatId: aChat() })).toBeUndefined();
    world.clock.advance(16 * MINUTE_MS);
    expect(await linkTelegram(ctx, { code, chatId: aChat() })).toBeUndefined();
  });
});

describe('the line to Telegram', () => {
  it.each([
    ['without a secret', ''],
    ['with another', 'x'.repeat(43)],
  ])('does nothing %s', async (_how, secret) => {
    const memberId = randomUUID();
    const { code } = await askTelegramCode(world.as(memberId));
    expect((await say(aChat(), `/start ${code}`, secret)).status).toBe(401);
    expect(await findChat(ctx, memberId)).toBeUndefined();
  });

  it('is quiet about what is nobody’s word', async () => {
    const answer = await fetch(server.url + noticesPaths.telegramUpdates, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': telegramSecret(ctx),
      },
      body: JSON.stringify({ update_id: 2, edited_message: { text: [] } }),
    });
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
  });

  it('is not there for strangers, nor where the operator has no bot', async () => {
    await expect(askTelegramCode(world.stranger)).rejects.toMatchObject({ status: 401 });
    const bare = { ...world.as(randomUUID()), site: { ...ctx.site, telegram: undefined } };
    await expect(askTelegramCode(bare)).rejects.toMatchObject({ status: 404 });
  });
});
