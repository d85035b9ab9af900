import { describe, expect, it } from 'vitest';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { aMember } from '../testing/index.ts';
import { getStaffCard } from './get-staff-card.ts';
import { listMembers } from './list-members.ts';

const world = await aWorld();
const staff = world.as('01a209b2-fa4b-7bed-95fd-84baf0442600', ['support']);

describe('the staff’s list of members', () => {
  it('finds by part of a name, handle or email, and takes signs of patterns as signs', async () => {
    const { memberId } = await aMember(world, {
      email: 'findme@example.com',
      displayName: 'منيرة السالم',
      handle: 'munira',
    });
    await aMember(world, { displayName: 'ثابت 100%' });
    for (const query of ['منيرة', 'السال', 'munir', 'FINDME@', 'findme@example.com']) {
      const { members } = await listMembers(staff, { query });
      expect(members.map((member) => member.memberId)).toEqual([memberId]);
    }
    expect((await listMembers(staff, { query: '%' })).members).toHaveLength(1);
    expect((await listMembers(staff, { query: '_' })).members).toHaveLength(0);
  });

  it('gives 24 a page, and the holders of a role', async () => {
    for (let n = 0; n < 30; n += 1) await aMember(world, n === 0 ? { roles: ['ads'] } : {});
    const first = await listMembers(staff, {});
    expect([first.members.length, first.hasNext]).toEqual([24, true]);
    const second = await listMembers(staff, { page: 2 });
    expect(second.hasNext).toBe(false);
    expect((await listMembers(staff, { role: 'ads' })).members).toHaveLength(1);
  });

  it('is not there for others', async () => {
    const { memberId } = await aMember(world);
    for (const ctx of [
      world.stranger,
      world.as(memberId),
      world.as(memberId, ['reviewer', 'finance']),
    ]) {
      await expect(listMembers(ctx, {})).rejects.toThrow(NotFound);
      await expect(getStaffCard(ctx, memberId)).rejects.toThrow(NotFound);
    }
    await expect(getStaffCard(staff, 'nonsense')).rejects.toThrow(NotFound);
  });
});
