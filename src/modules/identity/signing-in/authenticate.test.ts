import { describe, expect, it } from 'vitest';
import { openLive } from '#platform/live';
import { aWorld } from '#test/world';
import { updateSettings } from '../profile/update-settings.ts';
import { grantRole } from '../staff/grant-role.ts';
import { aMember, PASSWORD } from '../testing/index.ts';
import { authenticate } from './authenticate.ts';
import { sessionCookie } from './session-cookie.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { followVisitors } from './visitor-cache.ts';

const world = await aWorld();

async function signedIn() {
  const member = await aMember(world);
  const from = { ip: '10.0.0.1', userAgent: '' };
  const { token } = await signIn(world.stranger, {
    email: member.email,
    password: PASSWORD,
    ...from,
  });
  return { ...member, token, cookie: `theme=dark; session=${token}; visitor=x` };
}

describe('knowing who asks', () => {
  it('knows a member by the cookie, with zone, digits and roles', async () => {
    const { memberId, cookie } = await signedIn();
    expect(await authenticate(cookie, world.ctx)).toEqual({
      actor: { kind: 'member', memberId, roles: [], emailVerified: true },
      sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      timeZone: 'Asia/Riyadh',
      digits: 'latn',
      calendar: 'gregory',
    });
  });

  it.each([
    undefined,
    '',
    'session=',
    'session=x',
    `session=${'a'.repeat(32)}`,
    'session=a b\u0000',
  ])('knows nobody by %j', async (cookie) => {
    expect(await authenticate(cookie, world.ctx)).toBeUndefined();
  });

  it('forgets a session the moment it ends', async () => {
    const { memberId, cookie } = await signedIn();
    const visitor = await authenticate(cookie, world.ctx);
    await signOut(world.as(memberId), { sessionId: visitor?.sessionId });
    expect(await authenticate(cookie, world.ctx)).toBeUndefined();
  });

  it('sees new roles and settings at once', async () => {
    const { memberId, cookie } = await signedIn();
    await authenticate(cookie, world.ctx);
    await grantRole(world.ctx, { memberId, role: 'finance', reason: 'test of roles' });
    const settings = {
      locale: 'ar',
      timeZone: 'Africa/Cairo',
      digits: 'arab',
      calendar: 'gregory',
    } as const;
    await updateSettings(world.as(memberId), settings);
    expect(await authenticate(cookie, world.ctx)).toMatchObject({
      actor: { roles: ['finance'] },
      timeZone: 'Africa/Cairo',
      digits: 'arab',
    });
  });

  it('hears of an end in another process', async () => {
    const { memberId, cookie } = await signedIn();
    const live = openLive(world.url, world.ctx.log);
    const stop = followVisitors(world.ctx, live);
    try {
      await authenticate(cookie, world.ctx);
      await expect
        .poll(
          async () => {
            // What another process does: rows go, and the word of it is said.
            await world.ctx.pool.query('delete from identity.sessions where member_id = $1', [
              memberId,
            ]);
            const word = JSON.stringify({ topic: 'identity.visitors', data: { memberId } });
            await world.ctx.pool.query('select pg_notify($1, $2)', ['live', word]);
            return authenticate(cookie, world.ctx);
          },
          { timeout: 5_000 },
        )
        .toBeUndefined();
    } finally {
      stop();
      await live.close();
    }
  });

  it('notes when a member was last seen', async () => {
    const { memberId, cookie } = await signedIn();
    await authenticate(cookie, world.ctx);
    const { rows } = await world.ctx.pool.query(
      'select last_seen_at from identity.members where id = $1',
      [memberId],
    );
    expect(rows[0].last_seen_at).toEqual(world.clock.now());
  });

  it('on https the cookie is bound to the host and never travels in the clear', () => {
    const site = { ...world.ctx.site, publicUrl: 'https://hirfa.example' };
    expect(sessionCookie({ ...world.ctx, site }, 'abc')).toBe(
      '__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure',
    );
    expect(sessionCookie(world.ctx, 'abc')).toBe(
      'session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000',
    );
  });
});
