import { randomUUID } from 'node:crypto';
import { inTransaction } from '#platform/context';
import { expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { listActs } from './audit-lists.ts';
import { recordAct } from './record-act.ts';

const world = await aWorld();
const subject = { subjectKind: 'member', subjectId: randomUUID() };

it('an act is kept with actor, reason, before and after', async () => {
  const staffId = randomUUID();
  await inTransaction(world.as(staffId, ['admin']), (tx) =>
    recordAct(tx, {
      verb: 'test.do',
      ...subject,
      reason: 'لأن',
      before: { n: 1n },
      after: { n: 2n },
    }),
  );
  expect(await listActs(world.ctx, subject)).toMatchObject([
    {
      actor: staffId,
      verb: 'test.do',
      reason: 'لأن',
      before: { n: '1' },
      after: { n: '2' },
      at: world.clock.now(),
    },
  ]);
});

it('an act that did not happen leaves no row', async () => {
  const undone = inTransaction(world.ctx, async (tx) => {
    await recordAct(tx, { verb: 'test.undo', ...subject });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await listActs(world.ctx, subject)).toHaveLength(1);
});

it.each(['update audit.acts set reason = $$x$$', 'delete from audit.acts', 'truncate audit.acts'])(
  'nobody can: %s',
  async (statement) => {
    await expect(world.ctx.pool.query(statement)).rejects.toThrow(/permission denied/);
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await expect(owner.query(statement)).rejects.toThrow(/only added/);
    await owner.end();
  },
);
