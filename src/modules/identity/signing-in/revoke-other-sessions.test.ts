import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { aMember, PASSWORD } from '../testing/index.ts';
import { revokeOtherSessions } from './revoke-other-sessions.ts';
import { listSessionsOf } from './session-store.ts';
import { signIn } from './sign-in.ts';

const world = await aWorld();

it('without a session to keep it ends them all, and nobody else’s', async () => {
  const [one, other] = [await aMember(world), await aMember(world)];
  for (const { email } of [one, other]) {
    await signIn(world.stranger, { email, password: PASSWORD, ip: '10.0.0.1', userAgent: '' });
  }
  await revokeOtherSessions(world.as(one.memberId), { sessionId: undefined });
  expect(await listSessionsOf(world.ctx, one.memberId)).toHaveLength(0);
  expect(await listSessionsOf(world.ctx, other.memberId)).toHaveLength(1);
});
