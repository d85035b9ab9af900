import { describe, expect, it } from 'vitest';
import { type Refusal, TooMany } from '#platform/refusals';
import { aWorld } from '#test/world';
import { SignInRefused } from '../identity-errors.ts';
import { aMember, PASSWORD } from '../testing/index.ts';
import { signIn } from './sign-in.ts';
import { listSessionsOf } from './session-store.ts';

const world = await aWorld();
const from = (ip: string) => ({ ip, userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0 ✂' });

describe('signing in', () => {
  it('opens another session each time, whatever the letters of the email', async () => {
    const { memberId, email } = await aMember(world, { locale: 'en' });
    const input = { email: email.toUpperCase(), password: PASSWORD, ...from('10.0.0.1') };
    const first = await signIn(world.stranger, input);
    const second = await signIn(world.stranger, input);
    expect(first).toMatchObject({ memberId, locale: 'en' });
    expect(second.token).not.toBe(first.token);
    const sessions = await listSessionsOf(world.ctx, memberId);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({
      ip: '10.0.0.1',
      userAgent: expect.stringMatching(/^Mozilla[ -~]*$/),
    });
  });

  it('one refusal, after the same work, for every reason', async () => {
    const known = await aMember(world);
    const unverified = await aMember(world, { emailVerified: false });
    const withoutPassword = await aMember(world, { passwordHash: undefined });
    const tries: [string, string][] = [
      [known.email, 'another password'],
      ['nobody@example.com', PASSWORD],
      [unverified.email, PASSWORD],
      [withoutPassword.email, PASSWORD],
      ['not an email', PASSWORD],
    ];
    const refusals: Refusal[] = [];
    for (const [email, password] of tries) {
      refusals.push(
        await signIn(world.stranger, { email, password, ...from('10.0.0.2') }).catch((e) => e),
      );
    }
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(SignInRefused);
    expect(
      new Set(refusals.map(({ code, status, details }) => JSON.stringify([code, status, details])))
        .size,
    ).toBe(1);
  });

  it('takes about as long for an unknown email as for a wrong password', async () => {
    const { email } = await aMember(world);
    const timed = async (address: string, n: number) => {
      const start = performance.now();
      const input = { email: address, password: 'a wrong one', ...from(`10.1.0.${n}`) };
      await signIn(world.stranger, input).catch(() => undefined);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      known.push(await timed(email, n));
      unknown.push(await timed(`nobody${n}@example.com`, n));
    }
    const fastest = (times: number[]) => Math.min(...times);
    // Both hash once; without that the unknown one would be ten times faster.
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) / 3);
  });

  it('stops after 10 wrong tries for an email from one address; a right one starts the count anew', async () => {
    const { email } = await aMember(world);
    const wrong = () => signIn(world.stranger, { email, password: 'wrong', ...from('10.0.0.3') });
    const right = (ip: string) =>
      signIn(world.stranger, { email, password: PASSWORD, ...from(ip) });
    for (let n = 0; n < 9; n += 1) await expect(wrong()).rejects.toThrow(SignInRefused);
    await right('10.0.0.3');
    for (let n = 0; n < 10; n += 1) await expect(wrong()).rejects.toThrow(SignInRefused);
    await expect(right('10.0.0.3')).rejects.toThrow(TooMany);
    await expect(right('10.0.0.4')).resolves.toBeDefined();
  });
});
