import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { aMember, PASSWORD } from '../testing/index.ts';
import { askEmailChange } from './ask-email-change.ts';
import { issueEmailChange } from './issue-email-change.ts';

const world = await aWorld();

it('writes one letter to each address, once a cause, with two tokens', async () => {
  const { memberId, email } = await aMember(world);
  const sent: [string, string][] = [];
  const send = async (_tx: unknown, letter: { address: string; token: string }) => {
    sent.push([letter.address, letter.token]);
  };
  await issueEmailChange(world.ctx, { memberId, cause: 'nothing asked' }, send);
  expect(sent).toEqual([]);
  const ctx = world.as(memberId);
  await askEmailChange(ctx, { newEmail: 'new@example.com', currentPassword: PASSWORD });
  await issueEmailChange(world.ctx, { memberId, cause: 'a' }, send);
  await issueEmailChange(world.ctx, { memberId, cause: 'a' }, send);
  expect(sent.map(([address]) => address)).toEqual([email, 'new@example.com']);
  expect(sent[0]?.[1]).not.toBe(sent[1]?.[1]);
});
