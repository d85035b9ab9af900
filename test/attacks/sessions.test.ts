import { randomUUID } from 'node:crypto';
import { aPublishedService } from '#catalogue/testing';
import { PASSWORD } from '#identity/testing';
import { fund } from '#ledger/testing';
import { somePeople } from '#test/example-people';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it, vi } from 'vitest';
import { forgetVisitor } from '../../src/modules/identity/signing-in/visitor-cache.ts';

const world = await aWorld();
const server = await aServer(world);
const people = await somePeople(world);
const SESSION = 'session';

const ask = async (sql: string, ...values: unknown[]) =>
  (await world.ctx.pool.query(sql, values)).rows;

describe('a session', () => {
  it('is never the one that was planted before signing in', async () => {
    const victim = server.browser();
    const planted = 'A'.repeat(32);
    victim.setCookie(SESSION, planted);
    await victim.get('/sign-in');
    const email = people.email('other');
    await victim.post('/sign-in', { email, password: PASSWORD, next: '/' });
    expect(victim.cookie(SESSION)).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(victim.cookie(SESSION)).not.toBe(planted);
    const attacker = server.browser();
    attacker.setCookie(SESSION, planted);
    expect((await attacker.get('/wallet')).location).toMatch(/^\/sign-in/);
  });

  it('is another one after each signing in, and the one before is void', async () => {
    const member = await people.signIn(server, 'other');
    const before = member.cookie(SESSION) ?? '';
    await member.get('/contact');
    const email = people.email('seller');
    await member.post('/sign-in', { email, password: PASSWORD, next: '/' });
    expect(member.cookie(SESSION)).not.toBe(before);
    const left = server.browser();
    left.setCookie(SESSION, before);
    expect((await left.get('/wallet')).status).toBe(303);
  });

  it('is over on the server too when its owner signs out', async () => {
    const member = await people.signIn(server, 'other');
    const kept = member.cookie(SESSION) ?? '';
    await member.get('/contact');
    expect((await member.post('/sign-out')).status).toBe(303);
    expect(member.cookie(SESSION)).toBeUndefined();
    const thief = server.browser();
    thief.setCookie(SESSION, kept);
    expect((await thief.get('/wallet')).status).toBe(303);
  });

  it('ends everywhere else when the password changes', async () => {
    const [here, elsewhere] = [
      await people.signIn(server, 'support'),
      await people.signIn(server, 'support'),
    ];
    expect((await elsewhere.get('/wallet')).status).toBe(200);
    await here.get('/settings/security');
    const password = 'سبعة أقمار فوق البحر البعيد';
    const change = await here.post('/settings/password', { currentPassword: PASSWORD, password });
    expect(change.status).toBe(303);
    expect((await here.get('/wallet')).status).toBe(200);
    expect((await elsewhere.get('/wallet')).status).toBe(303);
  });

  it('gives its forms tokens that nobody can use after it', async () => {
    const member = await people.signIn(server, 'finance');
    const { text } = await member.get('/settings/profile');
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await member.post('/sign-out');
    await member.get('/sign-in');
    const email = people.email('finance');
    await member.post('/sign-in', { email, password: PASSWORD, next: '/' });
    const late = await member.post('/notices/reading', { _csrf: token }, { token: false });
    expect(late.status).toBe(403);
  });

  it('and a stranger get different tokens, so that none made before signing in works after it', async () => {
    const member = server.browser();
    const { text } = await member.get('/sign-in');
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const email = people.email('finance');
    await member.post('/sign-in', { email, password: PASSWORD, next: '/' });
    const late = await member.post('/notices/reading', { _csrf: token }, { token: false });
    expect(late.status).toBe(403);
  });

  it.each(['', 'x', 'A'.repeat(32), 'A'.repeat(5_000), "' or 1=1 --", '%00', '../../x'])(
    'is not opened by the cookie %j',
    async (value) => {
      const visitor = server.browser();
      visitor.setCookie(SESSION, value);
      const { status, location } = await visitor.get('/wallet');
      expect([status, location]).toEqual([303, '/sign-in?next=%2Fwallet']);
    },
  );

  it.each(['flash', 'theme', 'visitor'])('survives nonsense in the cookie %s', async (name) => {
    for (const value of ['', '.', 'e30.x', '%', '{}', '"', 'A'.repeat(2_000)]) {
      const visitor = server.browser();
      visitor.setCookie(name, value);
      const { status, text } = await visitor.get('/sign-in');
      expect(status).toBe(200);
      expect(text).not.toContain('A'.repeat(2_000));
    }
  });
});

describe('a field that no form has', () => {
  const sql = {
    member: 'select * from identity.members where id = $1',
    roles: 'select role from identity.member_roles where member_id = $1',
    balances: 'select * from ledger.accounts where holder = $1',
  };

  it('makes no newcomer an admin, nor their address verified', async () => {
    const visitor = server.browser();
    await visitor.get('/sign-up');
    const email = 'greedy@example.com';
    const { status } = await visitor.post('/sign-up', {
      displayName: 'طامع',
      email,
      password: PASSWORD,
      adult: 'on',
      consent: 'on',
      roles: ['admin'],
      role: 'admin',
      emailVerified: 'true',
      email_verified: 'true',
      memberId: people.memberId('admin'),
      id: people.memberId('admin'),
      handle: 'the-admin',
      level: 'trusted',
    });
    expect(status).toBe(303);
    const [member] = await ask('select * from identity.members where email = $1', email);
    expect(member).toMatchObject({ email_verified: false, display_name: 'طامع' });
    expect(member.id).not.toBe(people.memberId('admin'));
    expect(member.handle).not.toBe('the-admin');
    expect(await ask(sql.roles, member.id)).toEqual([]);
  });

  it('changes nothing in a profile but what the profile has', async () => {
    const memberId = people.memberId('seller');
    const browser = await people.signIn(server, 'seller');
    await browser.get('/settings/profile');
    const [before] = await ask(sql.member, memberId);
    const answer = await browser.post('/settings/profile', {
      displayName: 'ليلى مراد',
      handle: before.handle,
      headline: 'عنوان جديد',
      bio: '',
      skills: '',
      country: '',
      email: 'changed@example.com',
      emailVerified: 'false',
      roles: 'admin',
      memberId: people.memberId('other'),
      createdAt: '2000-01-01',
      __proto__: 'x',
      'constructor.prototype.roles': 'admin',
    });
    expect(answer.status).toBe(303);
    const [after] = await ask(sql.member, memberId);
    expect(after.headline).toBe('عنوان جديد');
    expect(after).toMatchObject({ email: before.email, created_at: before.created_at });
    expect(await ask(sql.roles, memberId)).toEqual([]);
    const [other] = await ask(sql.member, people.memberId('other'));
    expect(other.headline).not.toBe('عنوان جديد');
  });

  it('lowers no price and no fee, and pays with nobody else’s money', async () => {
    const { serviceId } = await aPublishedService(world, { sellerId: people.memberId('seller') });
    await fund(world.ctx, people.memberId('buyer'), 5_000n);
    await fund(world.ctx, people.memberId('other'), 5_000n);
    const before = await ask(sql.balances, people.memberId('other'));
    const browser = await people.signIn(server, 'buyer');
    await browser.get(`/checkout?service=${serviceId}`);
    const choice = { service: serviceId, quantity: '1', method: 'balance' };
    const wished = {
      priceMinor: '1',
      feeMinor: '0',
      buyerId: people.memberId('other'),
      sellerId: people.memberId('buyer'),
      commissionBps: '0',
      clearingDays: '0',
      state: 'completed',
    };
    const cheap = { ...choice, ...wished, shownPriceMinor: '1', idempotencyKey: randomUUID() };
    expect((await browser.post('/checkout', cheap)).status).toBe(409);
    const fair = { ...choice, ...wished, shownPriceMinor: '1500', idempotencyKey: randomUUID() };
    const { status, location } = await browser.post('/checkout', fair);
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/orders\//)]);
    const [order] = await ask('select * from orders.orders');
    expect(order).toMatchObject({
      buyer_id: people.memberId('buyer'),
      seller_id: people.memberId('seller'),
      price_minor: 1_500n,
      state: 'awaiting_requirements',
    });
    expect(order.commission_bps).toBeGreaterThan(0);
    expect(order.clearing_days).toBeGreaterThan(0);
    expect(await ask(sql.balances, people.memberId('other'))).toEqual(before);
  });

  it('publishes no service and gives it to nobody', async () => {
    const browser = await people.signIn(server, 'seller');
    await browser.get('/my/services/new');
    const { status, location } = await browser.post('/my/services', {
      title: 'كتابة مقال طويل عن القهوة',
      leaf: 'article-writing',
      state: 'published',
      sellerId: people.memberId('other'),
      serviceId: randomUUID(),
      number: '1',
      version: '99',
    });
    expect(status).toBe(303);
    const id = location?.split('/').at(-1);
    const [service] = await ask('select * from catalogue.services where id = $1', id);
    expect(service).toMatchObject({ state: 'draft', seller_id: people.memberId('seller') });
  });

  it('tops up no balance that is not the payer’s, and no fee is left out', async () => {
    const browser = await people.signIn(server, 'buyer');
    await browser.get('/wallet/top-up');
    const { status } = await browser.post('/wallet/top-up', {
      amount: '20',
      confirmed: 'yes',
      idempotencyKey: randomUUID(),
      amountMinor: '100000',
      feeMinor: '0',
      memberId: people.memberId('other'),
      state: 'confirmed',
      gateway: 'house',
    });
    expect(status).toBe(303);
    const [payment] = await ask('select * from wallet.payments');
    expect(payment).toMatchObject({
      member_id: people.memberId('buyer'),
      amount_minor: 2_000n,
      fee_minor: 100n,
      state: 'pending',
    });
  });
});

describe('while the database is away', () => {
  it('the page that asks to try again carries a token that holds when it is back', async () => {
    const member = await people.signIn(server, 'other');
    await member.get('/contact');
    const { pool } = server.ctx;
    const query = pool.query.bind(pool);
    const away = vi.spyOn(pool, 'query').mockImplementation(((...asked: unknown[]) => {
      const [what] = asked as [{ name?: string }];
      if (what?.name !== 'identity-authenticate') return query(...(asked as [never]));
      return Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }));
    }) as never);
    forgetVisitor(server.ctx, people.memberId('other'));
    const refused = await member.post('/sign-out');
    away.mockRestore();
    expect(refused.status).toBe(503);
    expect(refused.text).toContain('name="_csrf"');
    const again = await member.post('/sign-out');
    expect(again.status).toBe(303);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('the driver says so without a code: %s', async (message) => {
    const member = await people.signIn(server, 'other');
    const away = vi
      .spyOn(server.ctx.pool, 'query')
      .mockImplementation((() => Promise.reject(new Error(message))) as never);
    forgetVisitor(server.ctx, people.memberId('other'));
    const refused = await member.post('/sign-out');
    away.mockRestore();
    expect(refused.status).toBe(503);
  });
});
