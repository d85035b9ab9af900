import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { aMember, PASSWORD } from '../testing/index.ts';
import { listSessionsOf } from './session-store.ts';
import { signIn } from './sign-in.ts';
import { aDevice, listDevices } from '#notifications/testing';
import { revokeOtherSessions } from './revoke-other-sessions.ts';
import { signOut } from './sign-out.ts';

const world = await aWorld();

it('ends the session, and doing it twice is the same as once', async () => {
  const { memberId, email } = await aMember(world);
  await signIn(world.stranger, { email, password: PASSWORD, ip: '10.0.0.1', userAgent: '' });
  const [session] = await listSessionsOf(world.ctx, memberId);
  await signOut(world.as(memberId), { sessionId: session?.sessionId });
  await signOut(world.as(memberId), { sessionId: session?.sessionId });
  expect(await listSessionsOf(world.ctx, memberId)).toHaveLength(0);
});

it('a stranger has nothing to end', async () => {
  await expect(signOut(world.stranger, { sessionId: undefined })).resolves.toBeUndefined();
});

it('a member cannot end another’s session with it', async () => {
  const [one, other] = [await aMember(world), await aMember(world)];
  await signIn(world.stranger, {
    email: one.email,
    password: PASSWORD,
    ip: '10.0.0.2',
    userAgent: '',
  });
  const [session] = await listSessionsOf(world.ctx, one.memberId);
  await signOut(world.as(other.memberId), { sessionId: session?.sessionId });
  expect(await listSessionsOf(world.ctx, one.memberId)).toHaveLength(1);
});

it('forgets the browser that took pushes in it, and no other', async () => {
  const { memberId, email } = await aMember(world);
  const other = await aMember(world);
  for (const _ of [1, 2])
    await signIn(world.stranger, { email, password: PASSWORD, ip: '10.0.0.9', userAgent: '' });
  const [here, there] = await listSessionsOf(world.ctx, memberId);
  for (const session of [here, there]) await aDevice(world.as(memberId), session?.sessionId);
  await aDevice(world.as(memberId));
  await aDevice(world.as(other.memberId), here?.sessionId);
  await signOut(world.as(memberId), { sessionId: here?.sessionId });
  expect(await listDevices(world.ctx, memberId)).toHaveLength(2);
  expect(await listDevices(world.ctx, other.memberId)).toHaveLength(1);
  await revokeOtherSessions(world.as(memberId), { sessionId: undefined });
  expect(await listDevices(world.ctx, memberId)).toHaveLength(1);
});
