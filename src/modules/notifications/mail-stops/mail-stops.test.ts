import { randomUUID } from 'node:crypto';
import { inTransaction } from '#platform/context';
import { DEFAULT_READER } from '#platform/i18n';
import { sendWaitingMail, smtpSender } from '#platform/mail';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNotices } from '../notice-lists.ts';
import { defineNotice } from '../notice.ts';
import { notify } from '../notify.ts';
import { chooseMail } from './choose-mail.ts';
import { listMailStops } from './mail-stop-store.ts';
import type { NoticeTopic } from './notice-topic.ts';
import { stopMail } from './stop-mail.ts';
import { readStopToken, stopToken } from './stop-token.ts';

const world = await aWorld();
const site = await aServer(world);
const ctx = { ...world.ctx, site: { ...world.ctx.site, publicUrl: site.url } };
const kinds = (topic: NoticeTopic | undefined) =>
  defineNotice<{ name: string }>({
    kind: `test.mail-${topic ?? 'always'}`,
    email: true,
    ...(topic ? { topic } : {}),
    words: (_locale, { name }) => ({ title: `خبر: ${name}`, body: 'تفصيله' }),
    href: () => '/notices',
  });
const about = { orders: kinds('orders'), money: kinds('money'), always: kinds(undefined) };

const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on('end', () => {
      received.push(text.replace(/\r\n[ \t]/g, ' '));
      done();
    });
  },
});
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

/** Tells the member, and sends what waits; answers the letters that arrived. */
async function letters(memberId: string, what: keyof typeof about): Promise<string[]> {
  await inTransaction(ctx, (tx) =>
    notify(tx, about[what], {
      memberId,
      params: { name: 'شعار' },
      key: randomUUID(),
      email: { address: `${memberId}@example.com`, reader: DEFAULT_READER },
    }),
  );
  const { port } = server.server.address() as { port: number };
  const before = received.length;
  await sendWaitingMail(ctx, smtpSender(`smtp://127.0.0.1:${port}`, 'a@example.com'));
  return received.slice(before);
}

describe('a letter of a topic', () => {
  it('ends its kind by its own link, with one POST and nobody signed in (RFC 8058)', async () => {
    const memberId = randomUUID();
    const [letter = ''] = await letters(memberId, 'orders');
    expect(letter).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
    const url = /^List-Unsubscribe:\s*<([^>]+)>/im.exec(letter)?.[1] ?? '';
    expect(url.startsWith(`${site.url}/mail-stops/${memberId}.orders.`)).toBe(true);
    // Looking at the page changes nothing: programs that look into letters open every link.
    expect((await fetch(url)).status).toBe(200);
    expect(await letters(memberId, 'orders')).toHaveLength(1);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(url, { method: 'POST', body, redirect: 'manual' })).status).toBe(200);
    expect(await letters(memberId, 'orders')).toEqual([]);
    expect(await letters(memberId, 'money')).toHaveLength(1);
    expect((await listNotices(world.as(memberId))).notices).toHaveLength(4);
    await fetch(url, { method: 'POST', body: new URLSearchParams({ again: 'yes' }) });
    expect(await letters(memberId, 'orders')).toHaveLength(1);
  });

  it('without a topic always goes out, with no link to stop it', async () => {
    const memberId = randomUUID();
    await chooseMail(world.as(memberId), new Set());
    const [letter = ''] = await letters(memberId, 'always');
    expect(letter).toContain('Subject:');
    expect(letter).not.toMatch(/^List-Unsubscribe/im);
  });
});

describe('the choice of letters', () => {
  it('is the member’s own', async () => {
    const [memberId, otherId] = [randomUUID(), randomUUID()];
    await chooseMail(world.as(memberId), new Set<NoticeTopic>(['orders', 'money']));
    expect([...(await listMailStops(ctx, memberId))].sort()).toEqual([
      'messages',
      'reviews',
      'services',
    ]);
    expect((await listMailStops(ctx, otherId)).size).toBe(0);
    await expect(chooseMail(world.stranger, new Set())).rejects.toMatchObject({ status: 401 });
  });

  const memberId = randomUUID();
  const good = stopToken(ctx, { memberId, topic: 'orders' });
  it.each([
    ['nothing', ''],
    ['a member alone', memberId],
    ['another topic with the same mark', good.replace('.orders.', '.money.')],
    ['another member with the same mark', good.replace(memberId, randomUUID())],
    ['a cut mark', good.slice(0, -1)],
    ['a topic there is not', good.replace('.orders.', '.everything.')],
  ])('takes no link of %s', async (_what, token) => {
    expect(readStopToken(ctx, token)).toBeUndefined();
    await expect(stopMail(ctx, token)).rejects.toMatchObject({ status: 404 });
    expect((await listMailStops(ctx, memberId)).size).toBe(0);
  });
});
