import { describe, expect, it } from 'vitest';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { LastAdmin, RoleUnchanged } from '../identity-errors.ts';
import { aMember } from '../testing/index.ts';
import { revokeRole } from './revoke-role.ts';
import { listRoles } from './role-store.ts';

const world = await aWorld();
const reason = 'ترك الفريق';

describe('taking a role away', () => {
  it('the last admin stays, also when two admins go at once', async () => {
    const admins = [
      await aMember(world, { roles: ['admin'] }),
      await aMember(world, { roles: ['admin'] }),
    ];
    const tries = await Promise.allSettled(
      admins.map(({ memberId }) => revokeRole(world.ctx, { memberId, role: 'admin', reason })),
    );
    const refused = tries.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(LastAdmin);
  });

  it('a role the member does not have is not taken', async () => {
    const { memberId } = await aMember(world, { roles: ['finance'] });
    await expect(revokeRole(world.ctx, { memberId, role: 'ads', reason })).rejects.toThrow(
      RoleUnchanged,
    );
    await revokeRole(world.ctx, { memberId, role: 'finance', reason });
    expect(await listRoles(world.ctx, memberId)).toEqual([]);
  });

  it('only admins may', async () => {
    const { memberId } = await aMember(world, { roles: ['finance'] });
    for (const ctx of [world.stranger, world.as(memberId, ['support'])]) {
      await expect(revokeRole(ctx, { memberId, role: 'finance', reason })).rejects.toThrow(
        NotFound,
      );
    }
    expect(await listRoles(world.ctx, memberId)).toEqual(['finance']);
  });
});
