import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { config } from '#config';
import { InvalidInput, TooMany } from '#platform/refusals';
import { aWorld } from '#test/world';
import { SignUpClosed } from '../identity-errors.ts';
import { findMemberByEmail } from '../member-store.ts';
import { aMember, hear, mailTo, PASSWORD } from '../testing/index.ts';
import { signUp } from './sign-up.ts';

const world = await aWorld();
const wish = (email: string, ip: string, more = {}) => ({
  displayName: 'رنا الحسن',
  email,
  password: PASSWORD,
  locale: 'ar' as const,
  ip,
  ...more,
});

describe('signing up', () => {
  it('makes an unverified member, keeps the consents with version and instant, and mails a link', async () => {
    const at = world.clock.now();
    await signUp(world.stranger, wish('Rana@Example.com', '10.0.0.1'));
    await hear(world);
    const member = await findMemberByEmail(world.ctx, 'rana@example.com');
    expect(member).toMatchObject({ displayName: 'رنا الحسن', emailVerified: false });
    const { rows } = await sql<{ document: string; version: string; at: Date }>`
      select document, version, at from identity.consents
      where member_id = ${member?.memberId} order by document`.execute(world.ctx.db);
    const { termsVersion, privacyVersion } = config.legal;
    expect(rows).toEqual([
      { document: 'age-18', version: termsVersion, at },
      { document: 'privacy', version: privacyVersion, at },
      { document: 'terms', version: termsVersion, at },
    ]);
    expect(await mailTo(world, 'rana@example.com')).toHaveLength(1);
  });

  it('a taken email gets the same answer; its owner gets a mail, and nothing of theirs changes', async () => {
    const owner = await aMember(world, { email: 'owner@example.com', displayName: 'صاحبة الحساب' });
    await expect(
      signUp(world.stranger, wish('owner@example.com', '10.0.0.2')),
    ).resolves.toBeUndefined();
    await hear(world);
    const member = await findMemberByEmail(world.ctx, 'owner@example.com');
    expect(member).toMatchObject({ memberId: owner.memberId, displayName: 'صاحبة الحساب' });
    expect(await mailTo(world, 'owner@example.com')).toMatchObject([
      { subject: 'لك حساب في حِرفة' },
    ]);
  });

  it('of two at once with one email one is made; with one name both are, under two handles', async () => {
    await Promise.all([
      signUp(world.stranger, wish('twice@example.com', '10.0.0.3')),
      signUp(world.stranger, wish('twice@example.com', '10.0.0.3')),
    ]);
    await Promise.all([
      signUp(world.stranger, wish('one@example.com', '10.0.0.3', { displayName: 'Same Name' })),
      signUp(world.stranger, wish('two@example.com', '10.0.0.3', { displayName: 'Same Name' })),
    ]);
    const { rows } = await sql<{ email: string; handle: string }>`
      select email, handle from identity.members
      where email in ('twice@example.com', 'one@example.com', 'two@example.com')`.execute(
      world.ctx.db,
    );
    expect(rows.map((row) => row.email).sort()).toEqual([
      'one@example.com',
      'twice@example.com',
      'two@example.com',
    ]);
    expect(new Set(rows.map((row) => row.handle)).size).toBe(3);
  });

  const weak: [string, string][] = [
    ['12345678', 'password-weak'],
    ['password1', 'password-weak'],
    ['أحمد123456', 'password-weak'],
    ['ضصثقفغعه', 'password-weak'],
    ['hananrashid', 'password-weak'],
    ['short', 'password-too-short'],
    ['ط'.repeat(129), 'password-too-long'],
  ];
  it.each(weak)('refuses the password %s and writes nothing', async (password, code) => {
    const input = wish('hananrashid@example.com', '10.0.0.4', { password });
    const refusal = await signUp(world.stranger, input).catch((error) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal.fields).toEqual({ password: code });
    expect(await findMemberByEmail(world.ctx, 'hananrashid@example.com')).toBeUndefined();
  });

  it('is limited by email', async () => {
    const again = () => signUp(world.stranger, wish('flood@example.com', '10.0.0.5'));
    for (let n = 0; n < 5; n += 1) await again();
    await expect(again()).rejects.toThrow(TooMany);
  });

  it('is closed when the operator switches it off', async () => {
    await sql`insert into settings.flags (key, enabled, set_by, set_at)
      values ('sign-up', false, 'test', ${world.clock.now()})`.execute(world.ctx.db);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await expect(signUp(world.stranger, wish('late@example.com', '10.0.0.6'))).rejects.toThrow(
      SignUpClosed,
    );
  });
});
