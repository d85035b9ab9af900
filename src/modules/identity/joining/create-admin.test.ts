import { describe, expect, it } from 'vitest';
import { InvalidInput, NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { signIn } from '../signing-in/sign-in.ts';
import { listRoles } from '../staff/role-store.ts';
import { aMember, PASSWORD } from '../testing/index.ts';
import { createAdmin } from './create-admin.ts';

const world = await aWorld();
const wish = { email: 'Boss@Example.com', password: PASSWORD, displayName: 'هدى المديرة' };

describe('making an admin', () => {
  it('gives a verified member with the role, who can sign in', async () => {
    const { memberId } = await createAdmin(world.ctx, wish);
    expect(await listRoles(world.ctx, memberId)).toEqual(['admin']);
    const from = { ip: '10.0.0.1', userAgent: '' };
    const session = await signIn(world.stranger, {
      email: wish.email,
      password: PASSWORD,
      ...from,
    });
    expect(session.memberId).toBe(memberId);
  });

  it('is for the system alone', async () => {
    const { memberId } = await aMember(world);
    for (const ctx of [world.stranger, world.as(memberId), world.as(memberId, ['support'])]) {
      await expect(createAdmin(ctx, { ...wish, email: 'x@example.com' })).rejects.toThrow(NotFound);
    }
  });

  const refused: [string, Partial<typeof wish>][] = [
    ['email', { email: 'boss@example.com' }],
    ['email', { email: 'not an email' }],
    ['displayName', { email: 'y@example.com', displayName: ' ' }],
    ['password', { email: 'y@example.com', password: '12345678' }],
  ];
  it.each(refused)('refuses a wrong %s', async (field, wrong) => {
    const refusal = await createAdmin(world.ctx, { ...wish, ...wrong }).catch((error) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(Object.keys(refusal.fields)).toEqual([field]);
  });
});
