import { describe, expect, it } from 'vitest';
import { NotFound, SignInRequired } from '#platform/refusals';
import { aWorld } from '#test/world';
import { aMember, PASSWORD } from '../testing/index.ts';
import { revokeOtherSessions } from './revoke-other-sessions.ts';
import { revokeSession } from './revoke-session.ts';
import { listSessionsOf } from './session-store.ts';
import { signIn } from './sign-in.ts';

const world = await aWorld();

async function withSessions(count: number) {
  const member = await aMember(world);
  for (let n = 0; n < count; n += 1) {
    const from = { ip: '10.0.0.1', userAgent: '' };
    await signIn(world.stranger, { email: member.email, password: PASSWORD, ...from });
  }
  const sessions = await listSessionsOf(world.ctx, member.memberId);
  return { ...member, ids: sessions.map(({ sessionId }) => sessionId) };
}

describe('ending sessions', () => {
  it('ends one of the member’s own', async () => {
    const { memberId, ids } = await withSessions(2);
    await revokeSession(world.as(memberId), { sessionId: ids[1]! });
    const left = await listSessionsOf(world.ctx, memberId);
    expect(left.map(({ sessionId }) => sessionId)).toEqual([ids[0]]);
  });

  it('ends all but the one in use', async () => {
    const { memberId, ids } = await withSessions(3);
    await revokeOtherSessions(world.as(memberId), { sessionId: ids[2] });
    const left = await listSessionsOf(world.ctx, memberId);
    expect(left.map(({ sessionId }) => sessionId)).toEqual([ids[2]]);
  });

  it('another member’s session, a wrong id and a repeated end are not found', async () => {
    const { ids } = await withSessions(1);
    const other = await withSessions(1);
    const ctx = world.as(other.memberId);
    await expect(revokeSession(ctx, { sessionId: ids[0]! })).rejects.toThrow(NotFound);
    await expect(revokeSession(ctx, { sessionId: 'x' })).rejects.toThrow(NotFound);
    await revokeSession(ctx, { sessionId: other.ids[0]! });
    await expect(revokeSession(ctx, { sessionId: other.ids[0]! })).rejects.toThrow(NotFound);
  });

  it('a stranger is asked to sign in', async () => {
    const { ids } = await withSessions(1);
    const input = { sessionId: ids[0]! };
    await expect(revokeSession(world.stranger, input)).rejects.toThrow(SignInRequired);
    await expect(revokeOtherSessions(world.stranger, input)).rejects.toThrow(SignInRequired);
  });
});
