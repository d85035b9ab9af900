import { randomUUID } from 'node:crypto';
import { inTransaction } from '#platform/context';
import { DEFAULT_READER } from '#platform/i18n';
import { smtpSender } from '#platform/mail';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMailJob } from '../jobs/send-mail.job.ts';
import { listNotices } from '../notice-lists.ts';
import { defineNotice } from '../notice.ts';
import { notify } from '../notify.ts';
import { listStops } from './channel-stop-store.ts';
import { chooseChannels, type ChannelChoice } from './choose-channels.ts';
import { findHabits } from './habit-store.ts';
import { toldFrom } from './quiet-hours.ts';
import { aDevice } from '../testing/index.ts';
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

/** A choice with these topics on these channels; nothing else is wanted. */
function choice({
  mail = [],
  push = [],
  ...habits
}: Partial<Omit<ChannelChoice, 'wanted'>> & {
  mail?: NoticeTopic[];
  push?: NoticeTopic[];
}): ChannelChoice {
  return {
    letters: 'at_once',
    digestHour: 8,
    quiet: undefined,
    ...habits,
    wanted: { mail: new Set(mail), push: new Set(push), telegram: new Set() },
  };
}

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
  await sendMailJob(smtpSender(`smtp://127.0.0.1:${port}`, 'a@example.com')).run(ctx, {});
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
    await chooseChannels(world.as(memberId), choice({}));
    const [letter = ''] = await letters(memberId, 'always');
    expect(letter).toContain('Subject:');
    expect(letter).not.toMatch(/^List-Unsubscribe/im);
  });
});

describe('the choice of channels', () => {
  it('is the member’s own', async () => {
    const [memberId, otherId] = [randomUUID(), randomUUID()];
    const quiet = { from: 22, until: 7 };
    await chooseChannels(
      world.as(memberId),
      choice({ mail: ['orders', 'money'], push: ['messages'], letters: 'daily', quiet }),
    );
    const stops = await listStops(ctx, memberId);
    expect(
      [stops.mail, stops.push].map((set) => [...set].sort((a, b) => (a < b ? -1 : 1))),
    ).toEqual([
      ['messages', 'reviews', 'services'],
      ['money', 'orders', 'reviews', 'services'],
    ]);
    expect(await findHabits(ctx, memberId)).toEqual({ letters: 'daily', digestHour: 8, quiet });
    await chooseChannels(world.as(memberId), choice({ mail: ['orders'] }));
    expect((await findHabits(ctx, memberId)).quiet).toBeUndefined();
    expect((await listStops(ctx, otherId)).mail.size).toBe(0);
  });

  it.each([
    ['a stranger', () => world.stranger, {}, { status: 401 }],
    [
      'quiet hours without an hour',
      () => world.as(randomUUID()),
      { quiet: { from: 7, until: 7 } },
      { fields: { quietUntil: 'quiet-same' } },
    ],
  ])('refuses %s', async (_what, who, wish, refusal) => {
    await expect(chooseChannels(who(), choice(wish))).rejects.toMatchObject(refusal);
  });

  it('puts letters off until quiet hours are over, but none about safety', async () => {
    const memberId = randomUUID();
    world.clock.set(new Date('2026-03-01T20:30:00Z'));
    const quiet = { from: 23, until: 7 };
    await chooseChannels(world.as(memberId), choice({ mail: ['orders'], quiet }));
    expect(await letters(memberId, 'orders')).toEqual([]);
    expect(await letters(memberId, 'always')).toHaveLength(1);
    // 07:00 in Riyadh.
    world.clock.set(new Date('2026-03-02T04:00:00Z'));
    expect(await letters(memberId, 'always')).toHaveLength(2);
  });
});

describe('a letter that waits', () => {
  const quiet = { from: 23, until: 7 };
  const [night, morning] = [new Date('2026-03-03T20:30:00Z'), new Date('2026-03-04T04:00:00Z')];

  it('does not leave when its kind was stopped meanwhile, nor when it comes again', async () => {
    const memberId = randomUUID();
    world.clock.set(night);
    await chooseChannels(world.as(memberId), choice({ mail: ['orders', 'money'], quiet }));
    for (const kind of ['orders', 'money'] as const)
      expect(await letters(memberId, kind)).toEqual([]);
    const token = stopToken(ctx, { memberId, topic: 'orders' });
    await stopMail(ctx, token);
    world.clock.set(morning);
    const [money = '', safety, ...more] = await letters(memberId, 'always');
    expect([money.includes(`${memberId}.money.`), safety !== undefined, more]).toEqual([
      true,
      true,
      [],
    ]);
    await stopMail(ctx, token, false);
    expect(await letters(memberId, 'always')).toHaveLength(1);
  });
});

describe('letters as a fallback', () => {
  it('are written only when no browser or chat was told', async () => {
    const memberId = randomUUID();
    const member = world.as(memberId);
    await chooseChannels(
      member,
      choice({ mail: ['orders'], push: ['orders'], letters: 'fallback' }),
    );
    expect(await letters(memberId, 'orders')).toHaveLength(1);
    await aDevice(member);
    expect(await letters(memberId, 'orders')).toEqual([]);
    expect(await letters(memberId, 'always')).toHaveLength(1);
    await chooseChannels(member, choice({ mail: ['orders'], letters: 'fallback' }));
    expect(await letters(memberId, 'orders')).toHaveLength(1);
  });
});

describe('quiet hours', () => {
  const night = { from: 22, until: 7 };
  it.each([
    ['by day', '2026-03-01T12:00:00Z', 'Asia/Riyadh', '2026-03-01T12:00:00Z'],
    ['before midnight', '2026-03-01T19:30:10Z', 'Asia/Riyadh', '2026-03-02T04:00:00Z'],
    ['after midnight', '2026-03-01T23:59:59Z', 'Asia/Riyadh', '2026-03-02T04:00:00Z'],
    ['at their last minute', '2026-03-02T03:59:00Z', 'Asia/Riyadh', '2026-03-02T04:00:00Z'],
    ['at their end', '2026-03-02T04:00:00Z', 'Asia/Riyadh', '2026-03-02T04:00:00Z'],
    [
      'half an hour beside the others',
      '2026-03-01T20:00:00Z',
      'Asia/Kolkata',
      '2026-03-02T01:30:00Z',
    ],
    // Cairo's clocks go on by an hour in that night: 07:00 is two hours ahead of Greenwich no more, but three.
    [
      'in the night the clocks change',
      '2026-04-23T21:00:00Z',
      'Africa/Cairo',
      '2026-04-24T04:00:00Z',
    ],
  ])('%s', (_when, now, timeZone, then) => {
    expect(toldFrom(new Date(now), night, timeZone)).toEqual(new Date(then));
  });
});

describe('the link that ends letters', () => {
  it('of the daily one ends all of them, and brings them back', async () => {
    const memberId = randomUUID();
    const token = stopToken(ctx, { memberId, topic: 'digest' });
    await stopMail(ctx, token);
    expect((await listStops(ctx, memberId)).mail.size).toBe(5);
    await stopMail(ctx, token, false);
    expect((await listStops(ctx, memberId)).mail.size).toBe(0);
  });

  const memberId = randomUUID();
  const elsewhere = { ...ctx, site: { ...ctx.site, secret: 'a secret of another site' } };
  const good = stopToken(ctx, { memberId, topic: 'orders' });
  it.each([
    ['nothing', ''],
    ['a member alone', memberId],
    ['another topic with the same mark', good.replace('.orders.', '.money.')],
    ['the daily letter with the same mark', good.replace('.orders.', '.digest.')],
    ['another member with the same mark', good.replace(memberId, randomUUID())],
    ['a cut mark', good.slice(0, -1)],
    ['a forged mark of the right length', `${good.slice(0, -4)}AAAA`],
    ['the mark of another site', stopToken(elsewhere, { memberId, topic: 'orders' })],
    ['a topic there is not', good.replace('.orders.', '.everything.')],
  ])('is none with %s', async (_what, token) => {
    expect(readStopToken(ctx, token)).toBeUndefined();
    await expect(stopMail(ctx, token)).rejects.toMatchObject({ status: 404 });
    expect((await listStops(ctx, memberId)).mail.size).toBe(0);
  });
});
