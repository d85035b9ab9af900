import { randomUUID } from 'node:crypto';
import { registerMember } from '#identity';
import { inTransaction } from '#platform/context';
import { enqueueMail } from '#platform/mail';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';

const PASSWORD = 'a-long-enough-passphrase-77';
const world = await aWorld();
const server = await aServer(world);

async function signedIn(
  name: string,
  roles: ('finance' | 'reviewer' | 'support' | 'admin')[] = [],
) {
  const email = `${name}@example.com`;
  await registerMember(world.ctx, {
    email,
    displayName: name,
    locale: 'ar',
    password: PASSWORD,
    roles,
  });
  const visitor = server.browser();
  await visitor.get('/sign-in');
  const answer = await visitor.post('/sign-in', { email, password: PASSWORD });
  expect(answer.status).toBe(303);
  return visitor;
}

const member = await signedIn('member');
const reviewer = await signedIn('reviewer', ['reviewer']);
const finance = await signedIn('finance', ['finance']);
const admin = await signedIn('admin', ['admin']);

describe('health', () => {
  it('answers machines', async () => {
    const visitor = server.browser();
    expect(JSON.parse((await visitor.get('/health')).text)).toEqual({ status: 'ok' });
    const ready = await visitor.get('/ready');
    expect([ready.status, JSON.parse(ready.text).status]).toEqual([200, 'ready']);
  });

  it('is not ready when the database does not answer, and healthy still', async () => {
    const { pool } = world.ctx;
    const query = pool.query.bind(pool);
    pool.query = (() => Promise.reject(new Error('gone'))) as unknown as typeof pool.query;
    try {
      const ready = await server.browser().get('/ready');
      expect([ready.status, JSON.parse(ready.text).database]).toEqual([503, 'away']);
      expect((await server.browser().get('/health')).status).toBe(200);
    } finally {
      pool.query = query;
    }
  });
});

describe('pages of the demonstration', () => {
  it.each(['/demo', '/demo/outbox', '/demo/clock'])(
    '%s is open, and gone elsewhere',
    async (path) => {
      expect((await server.browser().get(path)).status).toBe(200);
      world.ctx.site.demo = false;
      expect((await server.browser().get(path)).status).toBe(404);
      world.ctx.site.demo = true;
    },
  );

  it('the outbox shows mail with links to follow, of one recipient when asked', async () => {
    const mail = (recipient: string, text: string) => ({
      key: randomUUID(),
      recipient,
      subject: `إلى ${recipient}`,
      text,
      html: '',
    });
    await inTransaction(world.ctx, async (tx) => {
      await enqueueMail(
        tx,
        mail('a@example.com', 'أكّد: http://localhost/verify-email/abc.\n<b>x</b>'),
      );
      await enqueueMail(tx, mail('b@example.com', 'شيء آخر'));
    });
    const all = (await server.browser().get('/demo/outbox')).text;
    expect(all).toContain('<a href="http://localhost/verify-email/abc"');
    expect(all).not.toContain('<b>x</b>');
    const one = (await server.browser().get('/demo/outbox?to=A%40example.com')).text;
    expect(one).toContain('إلى a@example.com');
    expect(one).not.toContain('إلى b@example.com');
  });

  it.each([
    ['', 'اكتب عدد الساعات'],
    ['0', 'من 1 إلى'],
    ['-5', 'من 1 إلى'],
    ['1.5', 'من 1 إلى'],
    ['9000', 'من 1 إلى'],
    ['abc', 'من 1 إلى'],
  ])('the clock refuses %j hours', async (hours, words) => {
    const visitor = server.browser();
    await visitor.get('/demo/clock');
    const sent = await visitor.post('/demo/clock', { hours });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain(words);
  });

  it('the clock moves forward, with eastern digits too, and asks for the token', async () => {
    const visitor = server.browser();
    await visitor.get('/demo/clock');
    expect((await visitor.post('/demo/clock', { hours: '1' }, { token: false })).status).toBe(403);
    expect((await visitor.post('/demo/clock', { hours: '٢٤' })).status).toBe(303);
    const { rows } = await world.handle.pool.query<{ offset_ms: bigint }>(
      'select offset_ms from platform.clock',
    );
    expect(rows[0]?.offset_ms).toBe(86_400_000n);
    expect((await visitor.open('/demo/clock')).text).toContain('تسبق ساعة الجهاز');
  });
});

describe('desks of the staff', () => {
  it.each([
    ['/staff', 'member', member, 404],
    ['/staff', 'reviewer', reviewer, 200],
    ['/staff', 'finance', finance, 200],
    ['/staff', 'admin', admin, 200],
    ['/staff/ledger', 'member', member, 404],
    ['/staff/ledger', 'reviewer', reviewer, 404],
    ['/staff/ledger', 'finance', finance, 200],
    ['/staff/ledger', 'admin', admin, 200],
  ])('%s for %s', async (path, _, visitor, status) => {
    expect((await visitor.get(path)).status).toBe(status);
  });

  it('send a stranger to sign in', async () => {
    const { status, location } = await server.browser().get('/staff/ledger');
    expect([status, location]).toEqual([303, '/sign-in?next=%2Fstaff%2Fledger']);
  });

  it('show each role its own', async () => {
    const seen = (await reviewer.get('/staff')).text;
    expect(seen).toContain('href="/staff/reviews"');
    expect(seen).not.toContain('href="/staff/ledger"');
    expect((await admin.get('/staff')).text).toContain('href="/staff/ledger"');
  });

  it('a proof is asked for by finance only, with the token', async () => {
    await finance.get('/staff/ledger');
    expect((await finance.post('/staff/ledger/checks', {}, { token: false })).status).toBe(403);
    const asked = await finance.post('/staff/ledger/checks');
    expect(asked.status).toBe(303);
    const waiting = await finance.get(asked.location ?? '');
    expect(waiting.headers.get('refresh')).toBe('2');
    await reviewer.get('/staff');
    expect((await reviewer.post('/staff/ledger/checks')).status).toBe(404);
  });
});
