import { describe, expect, it } from 'vitest';
import { InvalidInput, SignInRequired, TooMany } from '#platform/refusals';
import { aWorld } from '#test/world';
import { listSessionsOf } from '../signing-in/session-store.ts';
import { signIn } from '../signing-in/sign-in.ts';
import { aMember, PASSWORD } from '../testing/index.ts';
import { changePassword } from './change-password.ts';

const world = await aWorld();
const from = { ip: '10.0.0.1', userAgent: '' };
const NEW = 'نهر بعيد خلف المدينة';

describe('changing the password', () => {
  it('keeps this session and ends the others', async () => {
    const { memberId, email } = await aMember(world);
    await signIn(world.stranger, { email, password: PASSWORD, ...from });
    await signIn(world.stranger, { email, password: PASSWORD, ...from });
    const [here] = await listSessionsOf(world.ctx, memberId);
    const input = { currentPassword: PASSWORD, password: NEW, sessionId: here?.sessionId };
    await changePassword(world.as(memberId), input);
    const left = await listSessionsOf(world.ctx, memberId);
    expect(left.map(({ sessionId }) => sessionId)).toEqual([here?.sessionId]);
    await expect(signIn(world.stranger, { email, password: NEW, ...from })).resolves.toBeDefined();
  });

  const refused: [string, string, Record<string, string>][] = [
    ['wrong one', NEW, { currentPassword: 'wrong-password' }],
    [PASSWORD, '12345678', { password: 'password-weak' }],
    [PASSWORD, 'short', { password: 'password-too-short' }],
  ];
  it.each(refused)('refuses %s → %s', async (currentPassword, password, fields) => {
    const { memberId } = await aMember(world);
    const input = { currentPassword, password, sessionId: undefined };
    const refusal = await changePassword(world.as(memberId), input).catch((error) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal.fields).toEqual(fields);
  });

  it('nobody guesses the current one through it', async () => {
    const { memberId } = await aMember(world);
    const guess = () =>
      changePassword(world.as(memberId), {
        currentPassword: 'x',
        password: NEW,
        sessionId: undefined,
      });
    for (let n = 0; n < 10; n += 1) await expect(guess()).rejects.toThrow(InvalidInput);
    await expect(guess()).rejects.toThrow(TooMany);
  });

  it('a stranger is asked to sign in', async () => {
    const input = { currentPassword: PASSWORD, password: NEW, sessionId: undefined };
    await expect(changePassword(world.stranger, input)).rejects.toThrow(SignInRequired);
  });
});
