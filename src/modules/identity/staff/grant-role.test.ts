import { listActs } from '#audit';
import { describe, expect, it } from 'vitest';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { RoleUnchanged } from '../identity-errors.ts';
import { aMember, hear, mailTo } from '../testing/index.ts';
import { grantRole } from './grant-role.ts';
import { listRoles } from './role-store.ts';

const world = await aWorld();
const reason = 'انضم إلى فريق المراجعة';

describe('granting a role', () => {
  it('is kept with who, why, before and after, and the member is told', async () => {
    const admin = await aMember(world, { roles: ['admin'] });
    const { memberId, email } = await aMember(world);
    const ctx = world.as(admin.memberId, ['admin']);
    await grantRole(ctx, { memberId, role: 'reviewer', reason });
    expect(await listRoles(world.ctx, memberId)).toEqual(['reviewer']);
    expect(await listActs(world.ctx, { subjectKind: 'member', subjectId: memberId })).toMatchObject(
      [
        {
          actor: admin.memberId,
          verb: 'identity.grant-role',
          reason,
          before: { roles: [] },
          after: { roles: ['reviewer'] },
        },
      ],
    );
    await hear(world);
    expect(await mailTo(world, email)).toHaveLength(1);
    await expect(grantRole(ctx, { memberId, role: 'reviewer', reason })).rejects.toThrow(
      RoleUnchanged,
    );
  });

  it('only admins may; to everybody else nothing is there', async () => {
    const { memberId } = await aMember(world);
    const others = [
      world.stranger,
      world.as(memberId),
      world.as(memberId, ['support']),
      world.as(memberId, ['reviewer', 'finance', 'ads']),
    ];
    for (const ctx of others) {
      await expect(grantRole(ctx, { memberId, role: 'admin', reason })).rejects.toThrow(NotFound);
    }
    expect(await listRoles(world.ctx, memberId)).toEqual([]);
  });

  it.each(['x', '01a209b2-fa4b-7bed-95fd-84baf0442600'])(
    'nobody has the id %s',
    async (memberId) => {
      await expect(grantRole(world.ctx, { memberId, role: 'ads', reason })).rejects.toThrow(
        NotFound,
      );
    },
  );
});
