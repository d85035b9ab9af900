import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { aMember } from '#identity/testing';
import { inTransaction } from '#platform/context';
import { DEFAULT_READER } from '#platform/i18n';
import { listOutbox } from '#platform/mail';
import { MINUTE_MS } from '#platform/time';
import { aPushReader, type PushReader } from '#test/push-payload';
import { aWorld } from '#test/world';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseChannels } from '../choices/choose-channels.ts';
import type { NoticeHabits } from '../choices/habit-store.ts';
import { noticeTopics } from '../choices/notice-topic.ts';
import { listNotices } from '../notice-lists.ts';
import { defineNotice } from '../notice.ts';
import { notify } from '../notify.ts';
import { addDevice } from '../push/add-device.ts';
import { listDevices } from '../push/push-device-store.ts';
import { readAllNotices } from '../read-all-notices.ts';
import { askTelegramCode } from '../telegram/ask-telegram-code.ts';
import { linkTelegram } from '../telegram/link-telegram.ts';
import { findChat } from '../telegram/telegram-store.ts';
import { sendAlerts } from './send-alerts.ts';

const world = await aWorld();
const { ctx, clock } = world;
const news = defineNotice<{ name: string }>({
  kind: 'test.alert-news',
  email: true,
  topic: 'orders',
  words: (_locale, { name }) => ({ title: `خبر: ${name}`, body: 'تفصيله' }),
  href: () => '/orders',
});

/** What came in: at the maker of browsers by path, at Telegram by chat. */
interface Heard {
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
const heard: Heard[] = [];
/** Browsers that are no more, by path. */
const gone = new Set<string>();
/** How the next ones are answered; 201 when nothing is planned. */
let answers: { status: number; body?: object; headers?: Record<string, string> }[] = [];
let far: Server;
let port = 0;

beforeAll(async () => {
  far = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks),
      });
      const planned = gone.has(request.url ?? '') ? { status: 410 } : answers.shift();
      const { status, body = { ok: true, result: {} }, headers = {} } = planned ?? { status: 201 };
      answer.writeHead(status, { 'content-type': 'application/json', ...headers });
      answer.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((ready) => far.listen(0, 'localhost', ready));
  port = (far.address() as { port: number }).port;
  ctx.site.telegram = { token: '1:x', bot: 'hirfa_bot', api: `http://localhost:${port}` };
});
afterAll(() => void far.close());
beforeEach(() => {
  heard.length = 0;
  answers = [];
});

interface Someone {
  memberId: string;
  email: string;
  browser: PushReader;
}

let members = 0;

async function someone(ways: {
  push?: boolean;
  telegram?: boolean;
  habits?: Partial<NoticeHabits>;
}) {
  members += 1;
  const email = `alert-${members}@example.com`;
  const { memberId } = await aMember(world, { email });
  const browser = aPushReader();
  const one: Someone = { memberId, email, browser };
  const me = world.as(memberId);
  const endpoint = `http://localhost:${port}/push/${memberId}`;
  const { p256dh, auth } = browser;
  if (ways.push) await addDevice(me, { endpoint, p256dh, auth, name: 'Chrome' });
  if (ways.telegram) {
    const { code } = await askTelegramCode(me);
    await linkTelegram(ctx, { code, chatId: BigInt(members) });
  }
  if (ways.habits) {
    const all = new Set(noticeTopics);
    await chooseChannels(me, {
      letters: 'at_once',
      digestHour: 8,
      quiet: undefined,
      ...ways.habits,
      wanted: { mail: all, push: all, telegram: all },
    });
  }
  return one;
}

async function tell({ memberId, email }: Someone, key: string = randomUUID()): Promise<void> {
  await inTransaction(ctx, (tx) =>
    notify(tx, news, {
      memberId,
      params: { name: 'شعار' },
      key,
      email: { address: email, reader: DEFAULT_READER },
    }),
  );
}

const letters = async ({ email }: Someone) => (await listOutbox(ctx, email)).length;

describe('a push', () => {
  it('can be read by that browser alone, is signed as ours, and comes once', async () => {
    const me = await someone({ push: true });
    await tell(me, 'k1');
    await tell(me, 'k1');
    expect(await sendAlerts(ctx)).toBe(1);
    expect(await sendAlerts(ctx)).toBe(0);
    const { headers, body, path } = heard[0] as Heard;
    expect(heard).toHaveLength(1);
    expect(path).toBe(`/push/${me.memberId}`);
    expect(headers['authorization']).toMatch(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=[\w-]+$/);
    const words = JSON.parse(me.browser.read(body)) as Record<string, string>;
    const { notices } = await listNotices(world.as(me.memberId));
    expect(words).toMatchObject({
      id: notices[0]?.noticeId,
      title: 'خبر: شعار',
      url: 'http://localhost:3000/orders',
      dir: 'rtl',
    });
    expect(headers['topic']).toBe(words['id']?.replaceAll('-', ''));
  });

  it('that fails is tried again later, each time twice as late, until it arrives', async () => {
    const me = await someone({ push: true });
    await tell(me);
    answers = [{ status: 500 }, { status: 503 }];
    expect(await sendAlerts(ctx)).toBe(0);
    expect(await sendAlerts(ctx)).toBe(0);
    expect(heard).toHaveLength(1);
    clock.advance(2 * MINUTE_MS);
    await sendAlerts(ctx);
    clock.advance(3 * MINUTE_MS);
    await sendAlerts(ctx);
    expect(heard).toHaveLength(2);
    clock.advance(MINUTE_MS);
    expect(await sendAlerts(ctx)).toBe(1);
    expect(heard).toHaveLength(3);
  });

  it('waits as long as the maker says', async () => {
    const me = await someone({ push: true });
    await tell(me);
    answers = [{ status: 429, headers: { 'retry-after': '600' } }];
    await sendAlerts(ctx);
    clock.advance(9 * MINUTE_MS);
    await sendAlerts(ctx);
    expect(heard).toHaveLength(1);
    clock.advance(MINUTE_MS);
    expect(await sendAlerts(ctx)).toBe(1);
  });

  it('to a browser that is gone forgets it, and a letter comes instead', async () => {
    const me = await someone({ push: true, habits: { letters: 'fallback' } });
    await tell(me);
    expect(await letters(me)).toBe(0);
    answers = [{ status: 410 }];
    await sendAlerts(ctx);
    expect(await listDevices(ctx, me.memberId)).toEqual([]);
    expect(await letters(me)).toBe(1);
    // Nothing else can reach them now.
    await tell(me);
    expect(await letters(me)).toBe(2);
  });

  it('that nobody ever takes gives way to a letter; the list has it all the same', async () => {
    const me = await someone({ push: true, habits: { letters: 'fallback' } });
    await tell(me);
    answers = Array.from({ length: 6 }, () => ({ status: 500 }));
    for (let round = 0; round < 7; round += 1) {
      await sendAlerts(ctx);
      clock.advance(70 * MINUTE_MS);
    }
    expect(heard).toHaveLength(6);
    expect(await letters(me)).toBe(1);
    expect((await listNotices(world.as(me.memberId))).notices).toHaveLength(1);
  });

  it('does not ring for what was read meanwhile', async () => {
    const me = await someone({ push: true });
    await tell(me);
    await readAllNotices(world.as(me.memberId));
    expect(await sendAlerts(ctx)).toBe(0);
    expect(heard).toEqual([]);
  });

  it('waits until quiet hours are over', async () => {
    const me = await someone({ push: true, habits: { quiet: { from: 22, until: 7 } } });
    clock.set(new Date('2026-12-01T20:00:00Z'));
    await tell(me);
    expect(await sendAlerts(ctx)).toBe(0);
    clock.set(new Date('2026-12-02T03:59:00Z'));
    expect(await sendAlerts(ctx)).toBe(0);
    clock.set(new Date('2026-12-02T04:00:00Z'));
    expect(await sendAlerts(ctx)).toBe(1);
  });
});

describe('Telegram', () => {
  it('says it with a mark that stays the same, and waits as long as it is told', async () => {
    const me = await someone({ telegram: true });
    await tell(me);
    const tooMany = {
      ok: false,
      error_code: 429,
      description: 'x',
      parameters: { retry_after: 30 },
    };
    answers = [{ status: 429, body: tooMany }];
    expect(await sendAlerts(ctx)).toBe(0);
    clock.advance(31_000);
    expect(await sendAlerts(ctx)).toBe(1);
    const said = heard.map(({ body }) => (JSON.parse(body.toString()) as { text: string }).text);
    expect(said[0]).toBe(said[1]);
    expect(said[0]).toMatch(
      /^خبر: شعار\n\nتفصيله\n\nhttp:\/\/localhost:3000\/orders\n\n#[0-9A-F]{6}$/,
    );
  });

  it('that its reader has blocked is forgotten', async () => {
    const me = await someone({ telegram: true });
    await tell(me);
    answers = [{ status: 403, body: { ok: false, error_code: 403, description: 'blocked' } }];
    await sendAlerts(ctx);
    expect(await findChat(ctx, me.memberId)).toBeUndefined();
  });

  it('takes over from a browser that fails, so that no letter is needed', async () => {
    const me = await someone({ push: true, telegram: true, habits: { letters: 'fallback' } });
    gone.add(`/push/${me.memberId}`);
    await tell(me);
    expect(await sendAlerts(ctx)).toBe(1);
    expect(await listDevices(ctx, me.memberId)).toEqual([]);
    expect(await letters(me)).toBe(0);
  });
});

describe('a topic', () => {
  it('that is stopped on a channel does not come there', async () => {
    const me = await someone({ push: true, telegram: true });
    const all = new Set(noticeTopics);
    const wanted = { mail: all, push: new Set<'money'>(['money']), telegram: all };
    await chooseChannels(world.as(me.memberId), {
      wanted,
      letters: 'at_once',
      digestHour: 8,
      quiet: undefined,
    });
    await tell(me);
    await sendAlerts(ctx);
    expect(heard.map(({ path }) => path)).toEqual(['/bot1:x/sendMessage']);
  });
});
