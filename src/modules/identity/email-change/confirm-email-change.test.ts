import { describe, expect, it } from 'vitest';
import { InvalidInput, SignInRequired } from '#platform/refusals';
import { DAY_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { LinkIsVoid } from '../identity-errors.ts';
import { getMemberWithEmail } from '../member-store.ts';
import { aMember, hear, mailTo, PASSWORD, tokenIn } from '../testing/index.ts';
import { askEmailChange } from './ask-email-change.ts';
import { confirmEmailChange } from './confirm-email-change.ts';

const world = await aWorld();
const ip = '10.0.0.1';
const confirm = (token: string) => confirmEmailChange(world.stranger, { token, ip });

async function asked(newEmail: string) {
  const member = await aMember(world);
  const input = { newEmail, currentPassword: PASSWORD };
  await askEmailChange(world.as(member.memberId), input);
  await hear(world);
  return member;
}

const emailOf = async (memberId: string) => (await getMemberWithEmail(world.ctx, memberId)).email;

describe('changing the email', () => {
  it('holds when both addresses confirmed, and the old one is told', async () => {
    const { memberId, email } = await asked('New.Address@example.com');
    const [fromOld, fromNew] = [
      await tokenIn(world, email),
      await tokenIn(world, 'new.address@example.com'),
    ];
    expect(await confirm(fromNew)).toEqual({ done: false });
    expect(await emailOf(memberId)).toBe(email);
    expect(await confirm(fromOld)).toEqual({ done: true });
    expect(await emailOf(memberId)).toBe('new.address@example.com');
    await hear(world);
    expect((await mailTo(world, email)).at(-1)?.subject).toBe('تغيّر بريد حسابك');
    await expect(confirm(fromOld)).rejects.toThrow(LinkIsVoid);
  });

  it('an address that somebody has gets no letter and is not said to be taken', async () => {
    const owner = await aMember(world);
    const { memberId, email } = await asked(owner.email);
    expect(await mailTo(world, owner.email)).toHaveLength(0);
    expect(await confirm(await tokenIn(world, email))).toEqual({ done: false });
    expect(await emailOf(memberId)).toBe(email);
  });

  it('an address taken meanwhile is refused, and nothing changes', async () => {
    const { memberId, email } = await asked('race@example.com');
    const tokens = [await tokenIn(world, email), await tokenIn(world, 'race@example.com')];
    await aMember(world, { email: 'race@example.com' });
    await confirm(tokens[0]!);
    await expect(confirm(tokens[1]!)).rejects.toThrow(LinkIsVoid);
    expect(await emailOf(memberId)).toBe(email);
  });

  it('ends after a day', async () => {
    const { email } = await asked('late@example.com');
    const token = await tokenIn(world, email);
    world.clock.advance(DAY_MS + 1);
    await expect(confirm(token)).rejects.toThrow(LinkIsVoid);
  });

  it('a second wish replaces the first: its links no longer work', async () => {
    const { memberId, email } = await asked('first@example.com');
    const first = await tokenIn(world, 'first@example.com');
    const input = { newEmail: 'second@example.com', currentPassword: PASSWORD };
    await askEmailChange(world.as(memberId), input);
    await hear(world);
    await expect(confirm(first)).rejects.toThrow(LinkIsVoid);
    await confirm(await tokenIn(world, email));
    expect(await confirm(await tokenIn(world, 'second@example.com'))).toEqual({ done: true });
  });

  it('refuses a wrong password, the same email, and a stranger', async () => {
    const { memberId, email } = await aMember(world);
    const ask = (newEmail: string, currentPassword: string) =>
      askEmailChange(world.as(memberId), { newEmail, currentPassword }).catch((error) => error);
    expect((await ask('x@example.com', 'wrong')).fields).toEqual({
      currentPassword: 'wrong-password',
    });
    const same = await ask(email, PASSWORD);
    expect(same).toBeInstanceOf(InvalidInput);
    expect(same.fields).toEqual({ newEmail: 'same-email' });
    const stranger = askEmailChange(world.stranger, {
      newEmail: 'x@example.com',
      currentPassword: '',
    });
    await expect(stranger).rejects.toThrow(SignInRequired);
  });
});
