import { randomUUID } from 'node:crypto';
import { inTransaction } from '#platform/context';
import { DEFAULT_READER } from '#platform/i18n';
import { NotFound, SignInRequired } from '#platform/refusals';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sendMailJob } from './jobs/send-mail.job.ts';
import { countUnreadNotices, listNotices } from './notice-lists.ts';
import { defineNotice } from './notice.ts';
import { notify, type NotifyInput } from './notify.ts';
import { readAllNotices } from './read-all-notices.ts';
import { readNotice } from './read-notice.ts';

const world = await aWorld();
const notice = defineNotice<{ orderId: string; amountMinor: bigint; name: string }>({
  kind: 'test.order-delivered',
  email: true,
  words: (locale, { amountMinor, name }) => ({
    title: locale === 'ar' ? `سُلّم طلبك: ${name}` : `Delivered: ${name}`,
    body: `${typeof amountMinor} ${amountMinor}`,
  }),
  href: ({ orderId }) => `/orders/${orderId}`,
});
type Params = { orderId: string; amountMinor: bigint; name: string };
const params: Params = { orderId: 'o1', amountMinor: 1500n, name: 'شعار <b>' };
const tell = (input: NotifyInput<Params>) =>
  inTransaction(world.ctx, (tx) => notify(tx, notice, input));
const mails = async () => (await world.ctx.pool.query('select * from platform.outgoing_mail')).rows;

describe('telling a member', () => {
  it('is a row in words of the reader’s language, once a key', async () => {
    const memberId = randomUUID();
    await tell({ memberId, params, key: 'k1' });
    await tell({ memberId, params, key: 'k1' });
    const ctx = world.as(memberId);
    const { notices } = await listNotices(ctx);
    expect(notices).toMatchObject([
      { title: 'سُلّم طلبك: شعار <b>', body: 'string 1500', href: '/orders/o1', unread: true },
    ]);
    const english = { ...ctx, reader: { ...DEFAULT_READER, locale: 'en' as const } };
    expect((await listNotices(english)).notices[0]?.title).toBe('Delivered: شعار <b>');
    expect(await mails()).toHaveLength(0);
  });

  it('is a mail too when an address is given: text and harmless HTML, in the right direction, once', async () => {
    const memberId = randomUUID();
    const input = {
      memberId,
      params,
      key: 'k2',
      email: { address: 'a@example.com', reader: DEFAULT_READER },
    };
    await tell(input);
    await tell(input);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'a@example.com', subject: 'سُلّم طلبك: شعار <b>' });
    expect(mail.body_text).toContain('http://localhost:3000/orders/o1');
    expect(mail.body_html).toContain('<html lang="ar" dir="rtl">');
    expect(mail.body_html).toContain('شعار &lt;b&gt;');
    expect(mail.body_html).not.toContain('شعار <b>');
  });

  it('asks for the mail job once, however many mails wait', async () => {
    const { rows } = await world.ctx.pool.query(
      "select count(*) as n from graphile_worker.jobs where task_identifier = 'notifications.send-mail'",
    );
    expect(rows[0].n).toBe(1n);
  });

  it('mail leaves once though two processes send at the same moment; a failing one waits', async () => {
    for (let n = 0; n < 5; n += 1) {
      const email = { address: `m${n}@example.com`, reader: DEFAULT_READER };
      await tell({ memberId: randomUUID(), params, key: `many-${n}`, email });
    }
    const sent: string[] = [];
    let broken = true;
    const job = sendMailJob(async ({ recipient }) => {
      if (broken && recipient === 'm3@example.com') throw new Error('refused');
      sent.push(recipient);
    });
    await Promise.all([job.run(world.ctx, {}), job.run(world.ctx, {})]);
    expect(sent.sort()).toEqual([
      'a@example.com',
      'm0@example.com',
      'm1@example.com',
      'm2@example.com',
      'm4@example.com',
    ]);
    broken = false;
    world.clock.advance(MINUTE_MS);
    await job.run(world.ctx, {});
    expect(sent).toContain('m3@example.com');
    expect(new Set(sent).size).toBe(sent.length);
  });
});

describe('reading', () => {
  it('marks one, or all, and only one’s own', async () => {
    const memberId = randomUUID();
    for (const key of ['a', 'b', 'c']) await tell({ memberId, params, key });
    const ctx = world.as(memberId);
    const [first] = (await listNotices(ctx)).notices;
    expect(await countUnreadNotices(ctx, memberId)).toBe(3);
    expect(await readNotice(ctx, { noticeId: first!.noticeId })).toEqual({ href: '/orders/o1' });
    expect(await countUnreadNotices(ctx, memberId)).toBe(2);
    const other = world.as(randomUUID());
    await expect(readNotice(other, { noticeId: first!.noticeId })).rejects.toThrow(NotFound);
    await expect(readNotice(ctx, { noticeId: 'x' })).rejects.toThrow(NotFound);
    await readAllNotices(other);
    expect(await countUnreadNotices(ctx, memberId)).toBe(2);
    await readAllNotices(ctx);
    expect(await countUnreadNotices(ctx, memberId)).toBe(0);
  });

  it('comes 24 a page, and pages that do not exist are the nearest one', async () => {
    const memberId = randomUUID();
    for (let n = 0; n < 30; n += 1) await tell({ memberId, params, key: `p${n}` });
    const ctx = world.as(memberId);
    expect((await listNotices(ctx)).notices).toHaveLength(24);
    expect(await listNotices(ctx, { page: 99 })).toMatchObject({ page: 2, pages: 2 });
    expect(await listNotices(ctx, { page: -1 })).toMatchObject({ page: 1 });
  });

  it('is for members', async () => {
    await expect(listNotices(world.stranger)).rejects.toThrow(SignInRequired);
    await expect(readAllNotices(world.stranger)).rejects.toThrow(SignInRequired);
  });
});
