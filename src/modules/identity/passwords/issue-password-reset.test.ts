import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { aMember } from '../testing/index.ts';
import { issuePasswordReset } from './issue-password-reset.ts';

const world = await aWorld();

it('makes one link a cause, and a later one replaces it', async () => {
  const { memberId } = await aMember(world);
  const sent: string[] = [];
  const send = async (_tx: unknown, { token }: { token: string }) => {
    sent.push(token);
  };
  await issuePasswordReset(world.ctx, { memberId, cause: 'a' }, send);
  await issuePasswordReset(world.ctx, { memberId, cause: 'a' }, send);
  await issuePasswordReset(world.ctx, { memberId, cause: 'b' }, send);
  expect(sent).toHaveLength(2);
  const { rows } = await world.ctx.pool.query(
    'select count(*) filter (where used_at is null) as live from identity.one_time_links where member_id = $1',
    [memberId],
  );
  expect(rows[0].live).toBe(1n);
});
