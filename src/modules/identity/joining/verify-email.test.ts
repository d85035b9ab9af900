import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { LinkIsVoid } from '../identity-errors.ts';
import { findMemberByEmail } from '../member-store.ts';
import { aMember, hear, tokenIn } from '../testing/index.ts';
import { resendVerification } from './resend-verification.ts';
import { verifyEmail } from './verify-email.ts';

const world = await aWorld();
const ip = '10.0.0.1';

describe('verifying an email', () => {
  it('works once, also for two at once', async () => {
    const { email } = await aMember(world, { emailVerified: false });
    await hear(world);
    const token = await tokenIn(world, email);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => verifyEmail(world.stranger, { token, ip })),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await findMemberByEmail(world.ctx, email)).toMatchObject({ emailVerified: true });
    await expect(verifyEmail(world.stranger, { token, ip })).rejects.toThrow(LinkIsVoid);
  });

  it('a newer link replaces the older one', async () => {
    const { email } = await aMember(world, { emailVerified: false });
    await hear(world);
    const older = await tokenIn(world, email);
    world.clock.advance(1_000);
    await resendVerification(world.stranger, { email, ip });
    await hear(world);
    const newer = await tokenIn(world, email);
    expect(newer).not.toBe(older);
    await expect(verifyEmail(world.stranger, { token: older, ip })).rejects.toThrow(LinkIsVoid);
    await expect(verifyEmail(world.stranger, { token: newer, ip })).resolves.toBeDefined();
  });

  it('ends after 48 hours', async () => {
    const { email } = await aMember(world, { emailVerified: false });
    await hear(world);
    const token = await tokenIn(world, email);
    world.clock.advance(2 * DAY_MS + 1);
    await expect(verifyEmail(world.stranger, { token, ip })).rejects.toThrow(LinkIsVoid);
  });

  it.each(['', 'nonsense', "' or 1=1 --", '\u0000'])('refuses the token %j', async (token) => {
    await expect(verifyEmail(world.stranger, { token, ip })).rejects.toThrow(LinkIsVoid);
  });
});
