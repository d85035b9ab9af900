import { randomUUID } from 'node:crypto';
import { aMember } from '#identity/testing';
import { inTransaction } from '#platform/context';
import { DEFAULT_READER } from '#platform/i18n';
import { listOutbox } from '#platform/mail';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseChannels } from '../choices/choose-channels.ts';
import type { LetterRhythm } from '../choices/habit-store.ts';
import { noticeTopics } from '../choices/notice-topic.ts';
import { stopMail } from '../choices/stop-mail.ts';
import { listNotices } from '../notice-lists.ts';
import { defineNotice } from '../notice.ts';
import { notify } from '../notify.ts';
import { readNotice } from '../read-notice.ts';
import { sendDigests } from './send-digests.ts';

const world = await aWorld();
const { ctx, clock } = world;
const news = defineNotice<{ name: string }>({
  kind: 'test.digest-news',
  email: true,
  topic: 'orders',
  words: (_locale, { name }) => ({ title: `خبر: ${name}`, body: 'تفصيل <b>الخبر</b>' }),
  href: () => '/orders',
});
const safety = defineNotice<object>({
  kind: 'test.digest-safety',
  email: true,
  words: () => ({ title: 'غُيّرت كلمة المرور', body: '' }),
  href: () => '/settings',
});

// 06:00 in Riyadh: the hour of the daily letter, 08:00, is still to come.
beforeEach(() => clock.set(new Date('2026-12-01T03:00:00Z')));

let members = 0;

async function someone(letters: LetterRhythm = 'daily', digestHour = 8) {
  members += 1;
  const email = `digest-${members}@example.com`;
  const { memberId } = await aMember(world, { email });
  await choose(memberId, letters, digestHour);
  return { memberId, email };
}

async function choose(memberId: string, letters: LetterRhythm, digestHour: number): Promise<void> {
  const all = new Set(noticeTopics);
  const wanted = { mail: all, push: all, telegram: all };
  await chooseChannels(world.as(memberId), { wanted, letters, digestHour, quiet: undefined });
}

type Someone = Awaited<ReturnType<typeof someone>>;

async function tell({ memberId, email }: Someone, name: string, key = `${name}`): Promise<void> {
  const address = { address: email, reader: DEFAULT_READER };
  await inTransaction(ctx, (tx) =>
    notify(tx, news, { memberId, params: { name }, key, email: address }),
  );
}

const letters = ({ email }: Someone) => listOutbox(ctx, email);

describe('the daily letter', () => {
  it('says at its hour what happened, in one letter, once', async () => {
    const me = await someone();
    await tell(me, 'شعار');
    await tell(me, 'ترجمة');
    await tell(me, 'ترجمة');
    await sendDigests(ctx);
    expect(await letters(me)).toEqual([]);
    clock.advance(2 * HOUR_MS);
    await Promise.all([sendDigests(ctx), sendDigests(ctx)]);
    await sendDigests(ctx);
    const [letter, ...more] = await letters(me);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('ما حدث في يومك (2)');
    expect(letter?.text).toContain('• خبر: شعار\n');
    expect(letter?.text).toContain('http://localhost:3000/orders');
    expect(letter?.text).toContain(`/mail-stops/${me.memberId}.digest.`);
  });

  it('of the next day has what came after it', async () => {
    const me = await someone();
    await tell(me, 'أول');
    clock.advance(2 * HOUR_MS);
    await sendDigests(ctx);
    await tell(me, 'ثان');
    clock.advance(12 * HOUR_MS);
    await sendDigests(ctx);
    expect(await letters(me)).toHaveLength(1);
    clock.advance(12 * HOUR_MS);
    await sendDigests(ctx);
    const [last, first] = await letters(me);
    expect([
      first?.text.includes('أول'),
      last?.text.includes('أول'),
      last?.text.includes('ثان'),
    ]).toEqual([true, false, true]);
  });

  it('leaves out what was read, and does not come when nothing is left', async () => {
    const me = await someone();
    await tell(me, 'شعار');
    const { notices } = await listNotices(world.as(me.memberId));
    await readNotice(world.as(me.memberId), { noticeId: notices[0]?.noticeId ?? '' });
    clock.advance(2 * HOUR_MS);
    expect(await sendDigests(ctx)).toBe(0);
    expect(await letters(me)).toEqual([]);
  });

  it('goes by the hour of its reader’s own zone', async () => {
    const [early, late] = [await someone('daily', 6), await someone('daily', 7)];
    for (const one of [early, late]) await tell(one, 'شعار');
    await sendDigests(ctx);
    expect([(await letters(early)).length, (await letters(late)).length]).toEqual([1, 0]);
  });

  it('is not waited for by letters about safety, nor by who prefers letters at once', async () => {
    const [me, other] = [await someone(), await someone('at_once')];
    const address = { address: me.email, reader: DEFAULT_READER };
    await inTransaction(ctx, (tx) =>
      notify(tx, safety, { memberId: me.memberId, params: {}, key: randomUUID(), email: address }),
    );
    await tell(other, 'شعار');
    expect([(await letters(me)).length, (await letters(other)).length]).toEqual([1, 1]);
  });

  it('is sent without its hour to who goes over to letters at once', async () => {
    const me = await someone('daily', 23);
    await tell(me, 'شعار');
    await choose(me.memberId, 'at_once', 23);
    await sendDigests(ctx);
    expect(await letters(me)).toHaveLength(1);
  });

  it('ends with its own link', async () => {
    const me = await someone();
    await tell(me, 'شعار');
    clock.advance(2 * HOUR_MS);
    await sendDigests(ctx);
    const [letter] = await letters(me);
    const token = /mail-stops\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    await stopMail(ctx, token);
    await tell(me, 'ترجمة');
    clock.advance(24 * HOUR_MS);
    await sendDigests(ctx);
    expect(await letters(me)).toHaveLength(1);
  });
});
