import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { findMemberByEmail } from '../member-store.ts';
import { listRoles } from '../staff/role-store.ts';
import { aMember, hear, PASSWORD, tokenIn } from '../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);

const signUpFields = {
  displayName: 'رنا الحسن',
  email: 'rana@example.com',
  password: PASSWORD,
  adult: 'on',
  consent: 'on',
};

async function signedIn(email: string, next = '') {
  const browser = server.browser();
  await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
  const answer = await browser.post('/sign-in', { email, password: PASSWORD, next });
  return { browser, answer };
}

describe('from a stranger to a member', () => {
  it('signs up, verifies with a button, signs in, signs out', async () => {
    const browser = server.browser();
    await browser.get('/sign-up');
    expect((await browser.post('/sign-up', signUpFields)).location).toBe('/verify-email');
    await hear(world);
    const link = `/verify-email/${await tokenIn(world, 'rana@example.com')}`;
    await browser.get('/sign-in');
    const early = await browser.post('/sign-in', { email: 'rana@example.com', password: PASSWORD });
    expect(early.status).toBe(422);
    // A scanner that opens every link of a mail uses nothing up.
    for (let n = 0; n < 3; n += 1) expect((await browser.get(link)).status).toBe(200);
    expect((await browser.post(link)).location).toBe('/sign-in');
    expect((await browser.get(link)).status).toBe(410);
    await browser.get('/sign-in');
    const fields = { email: 'rana@example.com', password: PASSWORD, next: '/settings' };
    expect((await browser.post('/sign-in', fields)).location).toBe('/settings');
    expect((await browser.get('/settings')).status).toBe(200);
    expect((await browser.post('/sign-out')).location).toBe('/');
    expect((await browser.get('/settings')).location).toContain('/sign-in?next=');
  });

  it('what nobody offered in the form is not taken: role, verified, id', async () => {
    const browser = server.browser();
    await browser.get('/sign-up');
    const extra = {
      emailVerified: 'true',
      email_verified: 'on',
      role: 'admin',
      roles: 'admin',
      memberId: 'x',
    };
    await browser.post('/sign-up', { ...signUpFields, email: 'sly@example.com', ...extra });
    const member = await findMemberByEmail(world.ctx, 'sly@example.com');
    expect(member).toMatchObject({ emailVerified: false });
    expect(await listRoles(world.ctx, member!.memberId)).toEqual([]);
    const plain = await aMember(world);
    const { browser: own } = await signedIn(plain.email);
    await own.get('/settings/profile');
    const profile = {
      displayName: 'اسم',
      handle: 'sly-one',
      headline: '',
      bio: '',
      skills: '',
      country: '',
    };
    await own.post('/settings/profile', {
      ...profile,
      email: 'other@example.com',
      ...extra,
      level: 'trusted',
    });
    const after = await findMemberByEmail(world.ctx, plain.email);
    expect(after).toMatchObject({ handle: 'sly-one', memberId: plain.memberId });
    expect(await listRoles(world.ctx, plain.memberId)).toEqual([]);
  });

  it('a known and an unknown email get the same page', async () => {
    await aMember(world, { email: 'known@example.com' });
    const seen = async (path: string, fields: Record<string, string>) => {
      const browser = server.browser();
      await browser.get(path);
      const { status, location, text } = await browser.post(path, fields);
      const plain = text
        .replaceAll(/name="_csrf" value="[^"]*"/g, '')
        .replaceAll(fields.email ?? '', 'EMAIL');
      return { status, location, plain };
    };
    for (const [path, fields] of [
      ['/sign-up', signUpFields],
      ['/sign-in', { password: 'not the password', next: '/' }],
      ['/reset-password', {}],
      ['/verify-email', {}],
    ] as const) {
      const known = await seen(path, { ...fields, email: 'known@example.com' });
      const unknown = await seen(path, { ...fields, email: 'unknown@example.com' });
      expect(known).toEqual(unknown);
    }
  });
});

describe('a refused form', () => {
  const refused: [string, Record<string, string>, string][] = [
    ['/sign-up', { ...signUpFields, displayName: '' }, 'اكتب الاسم الذي يراه الناس.'],
    ['/sign-up', { ...signUpFields, email: 'x' }, 'لا يبدو هذا بريدًا'],
    ['/sign-up', { ...signUpFields, password: '12345678' }, 'يسهل تخمين'],
    ['/sign-up', { ...signUpFields, adult: '' }, 'لمن بلغ الثامنة عشرة'],
    ['/sign-up', { ...signUpFields, consent: 'no' }, 'نحتاج إلى موافقتك'],
    ['/sign-up', { ...signUpFields, displayName: 'x'.repeat(51) }, '50 حرفًا'],
    ['/sign-up', {}, 'بقيت 5 أمور'],
    ['/sign-in', { email: 'a@example.com' }, 'اكتب كلمة المرور.'],
    ['/reset-password', { email: '\u0000\u202e<script>' }, 'لا يبدو هذا بريدًا'],
  ];
  it.each(refused)('%s keeps the values and says what is wrong', async (path, fields, words) => {
    const browser = server.browser();
    await browser.get(path);
    const answer = await browser.post(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).not.toContain(`value="${PASSWORD}"`);
    if (fields.displayName === 'رنا الحسن') expect(answer.text).toContain('value="رنا الحسن"');
  });

  it('speaks English under /en', async () => {
    const browser = server.browser();
    await browser.get('/en/sign-up');
    expect((await browser.post('/en/sign-up', {})).text).toContain('Write your email.');
  });
});

describe('sessions', () => {
  it('a session planted before signing in is worth nothing after it', async () => {
    const { email } = await aMember(world);
    const browser = server.browser();
    browser.setCookie('session', 'A'.repeat(32));
    await browser.get('/sign-in');
    await browser.post('/sign-in', { email, password: PASSWORD });
    expect(browser.cookie('session')).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(browser.cookie('session')).not.toBe('A'.repeat(32));
    const attacker = server.browser();
    attacker.setCookie('session', 'A'.repeat(32));
    expect((await attacker.get('/settings')).location).toContain('/sign-in');
  });

  it('signing in as somebody else ends the session before', async () => {
    const [one, other] = [await aMember(world), await aMember(world)];
    const { browser } = await signedIn(one.email);
    const old = browser.cookie('session') ?? '';
    await browser.get('/settings');
    await browser.post('/sign-in', { email: other.email, password: PASSWORD });
    const thief = server.browser();
    thief.setCookie('session', old);
    expect((await thief.get('/settings')).location).toContain('/sign-in');
  });

  it('ended from another device, it stops at the next request', async () => {
    const { email } = await aMember(world);
    const { browser: phone } = await signedIn(email);
    const { browser: laptop } = await signedIn(email);
    expect((await phone.get('/settings')).status).toBe(200);
    await laptop.get('/settings/security');
    expect((await laptop.post('/settings/sessions')).location).toBe('/settings/security');
    expect((await phone.get('/settings')).location).toContain('/sign-in');
    expect((await laptop.get('/settings')).status).toBe(200);
  });

  it('leads on in the member’s language, and only within the site', async () => {
    const { email } = await aMember(world, { locale: 'en' });
    expect((await signedIn(email, '/orders?state=late')).answer.location).toBe(
      '/en/orders?state=late',
    );
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/en//evil.example',
      '/\\evil.example',
    ]) {
      expect((await signedIn(email, next)).answer.location).toBe('/en');
    }
  });
});

describe('the staff’s pages', () => {
  it('are not there for members and other roles', async () => {
    const target = await aMember(world);
    const reviewer = await aMember(world, { roles: ['reviewer'] });
    const support = await aMember(world, { roles: ['support'] });
    const path = `/staff/members/${target.memberId}`;
    const { browser } = await signedIn(reviewer.email);
    expect((await browser.get('/staff/members')).status).toBe(404);
    expect((await browser.get(path)).status).toBe(404);
    const { browser: staff } = await signedIn(support.email);
    expect((await staff.get('/staff/members')).status).toBe(200);
    expect((await staff.get(path)).status).toBe(200);
    const grant = { change: 'grant', role: 'admin', reason: 'أريد ذلك كثيرًا' };
    expect((await staff.post(`${path}/roles`, grant)).status).toBe(404);
    expect(await listRoles(world.ctx, target.memberId)).toEqual([]);
  });

  it('set a level with its reason; a missing reason changes nothing', async () => {
    const target = await aMember(world);
    const support = await aMember(world, { roles: ['support'] });
    const path = `/staff/members/${target.memberId}`;
    const { browser } = await signedIn(support.email);
    await browser.get(path);
    const bare = await browser.post(`${path}/standing`, { level: 'trusted', levelReason: '' });
    expect(bare.status).toBe(422);
    const input = { level: 'trusted', levelReason: 'بائع قديم معروف' };
    expect((await browser.post(`${path}/standing`, input)).location).toBe(path);
    expect((await browser.get(path)).text).toContain('بائع موثوق');
    expect((await browser.post(`${path}/standing`, input)).location).toBe(path);
    expect((await browser.get(path)).text).toContain('لم يتغير شيء');
  });
});

it('every form needs the token of its page', async () => {
  const { email } = await aMember(world);
  const { browser } = await signedIn(email);
  for (const path of [
    '/settings',
    '/settings/password',
    '/settings/email',
    '/sign-out',
    '/notices/reading',
  ]) {
    expect((await browser.post(path, {}, { token: false })).status).toBe(403);
  }
});
