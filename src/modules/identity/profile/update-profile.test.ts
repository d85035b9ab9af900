import { describe, expect, it } from 'vitest';
import { InvalidInput, SignInRequired } from '#platform/refusals';
import { aWorld } from '#test/world';
import { getMember } from '../member-store.ts';
import { aMember } from '../testing/index.ts';
import { updateProfile } from './update-profile.ts';

const world = await aWorld();
const wish = {
  displayName: 'رنا الحسن',
  handle: 'rana',
  headline: 'مصممة',
  bio: 'عني',
  skills: ['خط عربي'],
  languages: ['ar'],
  country: 'TN',
};

describe('the member’s own page', () => {
  it('changes and says so to who listens', async () => {
    const { memberId } = await aMember(world);
    await updateProfile(world.as(memberId), wish);
    expect(await getMember(world.ctx, memberId)).toMatchObject(wish);
    const { rows } = await world.ctx.pool.query(
      "select payload from platform.facts where kind = 'identity.profile-changed'",
    );
    expect(rows).toEqual([{ payload: { memberId } }]);
  });

  const refused: [string, string][] = [
    ['rana', 'handle-taken'],
    ['a', 'handle-invalid'],
    ['-ab', 'handle-invalid'],
    ['ab-', 'handle-invalid'],
    ['RANA', 'handle-invalid'],
    ['رنا', 'handle-invalid'],
    ['a/../b', 'handle-invalid'],
    ['x'.repeat(31), 'handle-invalid'],
    ['admin', 'handle-reserved'],
    ['hirfa', 'handle-reserved'],
  ];
  it.each(refused)('refuses the handle %s', async (handle, code) => {
    const { memberId } = await aMember(world);
    const refusal = await updateProfile(world.as(memberId), { ...wish, handle }).catch((e) => e);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal.fields).toEqual({ handle: code });
  });

  it('of two at once one gets a handle', async () => {
    const members = [await aMember(world), await aMember(world)];
    const tries = await Promise.allSettled(
      members.map(({ memberId }) =>
        updateProfile(world.as(memberId), { ...wish, handle: 'wanted' }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('a stranger is asked to sign in', async () => {
    await expect(updateProfile(world.stranger, wish)).rejects.toThrow(SignInRequired);
  });
});
