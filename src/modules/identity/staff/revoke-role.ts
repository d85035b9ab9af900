import { recordAct } from '#audit';
import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { LastAdmin, RoleUnchanged } from '../identity-errors.ts';
import { roleRevoked } from '../identity-facts.ts';
import { requireRole } from '../identity-policy.ts';
import type { Role } from '../member.ts';
import { lockMember } from '../member-store.ts';
import { dropVisitor, forgetVisitor } from '../signing-in/visitor-cache.ts';
import { countHolders, deleteRole, listRoles } from './role-store.ts';

/**
 * Takes a role away, with the reason kept; admins only, at once in every process. Refuses NotFound,
 * RoleUnchanged, LastAdmin (SPEC 1.3).
 */
export async function revokeRole(
  ctx: Ctx,
  input: { memberId: string; role: Role; reason: string },
): Promise<void> {
  requireRole(ctx, 'admin');
  if (!isUuid(input.memberId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const holders = await countHolders(tx, input.role);
    await lockMember(tx, input.memberId);
    const before = await listRoles(tx, input.memberId);
    if (!(await deleteRole(tx, input))) throw new RoleUnchanged();
    if (input.role === 'admin' && holders <= 1) throw new LastAdmin();
    await recordAct(tx, {
      verb: 'identity.revoke-role',
      subjectKind: 'member',
      subjectId: input.memberId,
      reason: input.reason,
      before: { roles: before },
      after: { roles: before.filter((role) => role !== input.role) },
    });
    await recordFact(tx, roleRevoked, { memberId: input.memberId, role: input.role });
    await dropVisitor(tx, input.memberId);
  });
  forgetVisitor(ctx, input.memberId);
}
