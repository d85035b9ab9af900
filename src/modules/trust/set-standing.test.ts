import { randomUUID } from 'node:crypto';
import { listActs } from '#audit';
import { aMember, mailTo } from '#identity/testing';
import { describe, expect, it } from 'vitest';
import { drainFacts } from '#platform/facts';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { trustListeners } from './notices/trust.listener.ts';
import { setStanding } from './set-standing.ts';
import { listStandingChanges } from './standing-lists.ts';
import { standingOf, standingsOf } from './standing-store.ts';
import { SameStanding } from './trust-errors.ts';

const world = await aWorld();
const reason = 'أنجز 60 طلبًا بتقييم 4.8';

describe('a seller’s level', () => {
  it('is new at first, for many at once', async () => {
    const ids = [randomUUID(), randomUUID()];
    expect(await standingOf(world.ctx, ids[0]!)).toBe('new');
    expect([...(await standingsOf(world.ctx, ids)).values()]).toEqual(['new', 'new']);
    expect((await standingsOf(world.ctx, [])).size).toBe(0);
  });

  it('set by the staff, it is kept with who, why, before and after, and the member is told', async () => {
    const { memberId, email } = await aMember(world);
    const staffId = randomUUID();
    await setStanding(world.as(staffId, ['support']), { memberId, level: 'trusted', reason });
    expect(await standingOf(world.ctx, memberId)).toBe('trusted');
    expect(await listStandingChanges(world.ctx, memberId)).toMatchObject([
      { from: 'new', to: 'trusted', reason, actor: staffId },
    ]);
    expect(await listActs(world.ctx, { subjectKind: 'member', subjectId: memberId })).toMatchObject(
      [
        {
          verb: 'trust.set-standing',
          actor: staffId,
          before: { level: 'new' },
          after: { level: 'trusted' },
        },
      ],
    );
    await drainFacts(world.ctx, trustListeners);
    await drainFacts(world.ctx, trustListeners);
    expect((await mailTo(world, email)).map(({ subject }) => subject)).toEqual([
      'مستواك الآن: بائع موثوق',
    ]);
  });

  it('of five at once to the same level one changes it', async () => {
    const { memberId } = await aMember(world);
    const tries = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(() => setStanding(world.ctx, { memberId, level: 'active', reason })),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const one of refused) expect(one.reason).toBeInstanceOf(SameStanding);
    expect(await listStandingChanges(world.ctx, memberId)).toHaveLength(1);
  });

  it('others may not set it, nor their own', async () => {
    const { memberId } = await aMember(world);
    for (const ctx of [
      world.stranger,
      world.as(memberId),
      world.as(memberId, ['reviewer', 'finance', 'ads']),
    ]) {
      await expect(setStanding(ctx, { memberId, level: 'trusted', reason })).rejects.toThrow(
        NotFound,
      );
    }
    await expect(
      setStanding(world.ctx, { memberId: 'x', level: 'active', reason }),
    ).rejects.toThrow(NotFound);
    expect(await standingOf(world.ctx, memberId)).toBe('new');
  });
});
