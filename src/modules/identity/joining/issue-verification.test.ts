import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { aMember } from '../testing/index.ts';
import { issueVerification } from './issue-verification.ts';

const world = await aWorld();

it('makes one link a cause, however often the fact is heard, and keeps only its hash', async () => {
  const { memberId } = await aMember(world, { emailVerified: false });
  const sent: string[] = [];
  const send = async (_tx: unknown, { token }: { token: string }) => {
    sent.push(token);
  };
  await issueVerification(world.ctx, { memberId, cause: 'fact-1' }, send);
  await issueVerification(world.ctx, { memberId, cause: 'fact-1' }, send);
  expect(sent).toHaveLength(1);
  const { rows } = await world.ctx.pool.query(
    'select token_hash from identity.one_time_links where member_id = $1',
    [memberId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].token_hash).not.toContain(sent[0]);
});

it('a verified member gets no link', async () => {
  const { memberId } = await aMember(world);
  let sent = 0;
  await issueVerification(world.ctx, { memberId, cause: 'fact-2' }, async () => {
    sent += 1;
  });
  expect(sent).toBe(0);
});
