import {
  authenticate,
  contactOf,
  getMember,
  memberCards,
  registerMember,
  sessionCookie,
  signIn,
} from '#identity';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';

const world = await aWorld();

it('a member registered in one call signs in and is known by the cookie', async () => {
  const { memberId } = await registerMember(world.ctx, {
    email: 'Rana@Example.com',
    displayName: 'رنا الحسن',
    password: 'سحابة فوق الجبل',
    roles: ['support'],
  });
  const session = await signIn(world.stranger, {
    email: 'RANA@example.com',
    password: 'سحابة فوق الجبل',
    ip: '10.0.0.1',
    userAgent: 'test',
  });
  expect(session.memberId).toBe(memberId);
  const cookie = sessionCookie(world.ctx, session.token).split(';')[0];
  const visitor = await authenticate(cookie, world.ctx);
  expect(visitor).toMatchObject({
    actor: { kind: 'member', memberId, roles: ['support'] },
    timeZone: 'Asia/Riyadh',
  });
  expect((await getMember(world.ctx, memberId)).handle).toBe('rna-alhsn');
  expect((await memberCards(world.ctx, [memberId])).get(memberId)).toMatchObject({
    displayName: 'رنا الحسن',
  });
  expect(await contactOf(world.ctx, memberId)).toMatchObject({ email: 'rana@example.com' });
});
