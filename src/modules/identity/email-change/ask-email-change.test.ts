import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { aMember, PASSWORD } from '../testing/index.ts';
import { askEmailChange } from './ask-email-change.ts';
import { findEmailChange } from './email-change-store.ts';

const world = await aWorld();

it('keeps one wish a member, in small letters, for a day', async () => {
  const { memberId } = await aMember(world);
  for (const newEmail of ['One@example.com', 'TWO@example.com']) {
    await askEmailChange(world.as(memberId), { newEmail, currentPassword: PASSWORD });
  }
  expect(await findEmailChange(world.ctx, memberId)).toMatchObject({
    newEmail: 'two@example.com',
    oldConfirmedAt: null,
    newConfirmedAt: null,
  });
  world.clock.advance(24 * 60 * 60 * 1000);
  expect(await findEmailChange(world.ctx, memberId)).toBeUndefined();
});
