import { describe, expect, it } from 'vitest';
import { InvalidInput, SignInRequired } from '#platform/refusals';
import { aWorld } from '#test/world';
import { contactOf } from '../member-store.ts';
import { aMember } from '../testing/index.ts';
import { updateSettings } from './update-settings.ts';

const world = await aWorld();
const wish = {
  locale: 'en',
  timeZone: 'Africa/Cairo',
  digits: 'arab',
  calendar: 'islamic-umalqura',
} as const;

describe('how a member reads', () => {
  it('is kept, and notices are written so', async () => {
    const { memberId } = await aMember(world);
    await updateSettings(world.as(memberId), wish);
    expect((await contactOf(world.ctx, memberId)).reader).toEqual(wish);
  });

  it.each(['', 'Mars/Olympus', "Asia/Riyadh'; drop table"])(
    'refuses the zone %j',
    async (timeZone) => {
      const { memberId } = await aMember(world);
      await expect(updateSettings(world.as(memberId), { ...wish, timeZone })).rejects.toThrow(
        InvalidInput,
      );
    },
  );

  it('a stranger is asked to sign in', async () => {
    await expect(updateSettings(world.stranger, wish)).rejects.toThrow(SignInRequired);
  });
});
