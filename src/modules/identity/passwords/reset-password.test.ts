import { describe, expect, it } from 'vitest';
import { InvalidInput } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { LinkIsVoid, SignInRefused } from '../identity-errors.ts';
import { findMemberByEmail } from '../member-store.ts';
import { listSessionsOf } from '../signing-in/session-store.ts';
import { signIn } from '../signing-in/sign-in.ts';
import { aMember, hear, mailTo, PASSWORD, tokenIn } from '../testing/index.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetPassword } from './reset-password.ts';

const world = await aWorld();
const from = { ip: '10.0.0.1', userAgent: '' };
const NEW = 'نهر بعيد خلف المدينة';

async function withLink(wishes = {}) {
  const member = await aMember(world, wishes);
  await hear(world);
  await requestPasswordReset(world.stranger, { email: member.email, ip: '10.0.0.1' });
  await hear(world);
  return { ...member, token: await tokenIn(world, member.email) };
}

describe('a new password by a link', () => {
  it('replaces the old one, ends every session and tells the member', async () => {
    const { memberId, email } = await aMember(world);
    await signIn(world.stranger, { email, password: PASSWORD, ...from });
    await requestPasswordReset(world.stranger, { email, ip: from.ip });
    await hear(world);
    const token = await tokenIn(world, email);
    await resetPassword(world.stranger, { token, password: NEW, ip: from.ip });
    expect(await listSessionsOf(world.ctx, memberId)).toHaveLength(0);
    const old = signIn(world.stranger, { email, password: PASSWORD, ...from });
    await expect(old).rejects.toThrow(SignInRefused);
    await expect(signIn(world.stranger, { email, password: NEW, ...from })).resolves.toBeDefined();
    await hear(world);
    expect((await mailTo(world, email)).at(-1)?.subject).toBe('غُيّرت كلمة مرورك');
  });

  it('the link works once, also for two at once', async () => {
    const { token } = await withLink();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => resetPassword(world.stranger, { token, password: NEW, ip: from.ip })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = resetPassword(world.stranger, { token, password: NEW, ip: from.ip });
    await expect(again).rejects.toThrow(LinkIsVoid);
  });

  it('a refused password leaves the link usable', async () => {
    const { token, email } = await withLink();
    const weak = resetPassword(world.stranger, { token, password: email, ip: from.ip });
    await expect(weak).rejects.toThrow(InvalidInput);
    await expect(
      resetPassword(world.stranger, { token, password: NEW, ip: from.ip }),
    ).resolves.toBeUndefined();
  });

  it('ends after two hours', async () => {
    const { token } = await withLink();
    world.clock.advance(2 * HOUR_MS + 1);
    const late = resetPassword(world.stranger, { token, password: NEW, ip: from.ip });
    await expect(late).rejects.toThrow(LinkIsVoid);
  });

  it('proves the email too', async () => {
    const { token, email } = await withLink({ emailVerified: false });
    await resetPassword(world.stranger, { token, password: NEW, ip: from.ip });
    expect(await findMemberByEmail(world.ctx, email)).toMatchObject({ emailVerified: true });
  });

  it('a verification link does not open it', async () => {
    const { email } = await aMember(world, { emailVerified: false });
    await hear(world);
    const token = await tokenIn(world, email);
    const wrong = resetPassword(world.stranger, { token, password: NEW, ip: from.ip });
    await expect(wrong).rejects.toThrow(LinkIsVoid);
  });
});
