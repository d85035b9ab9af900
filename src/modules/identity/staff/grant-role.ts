import { recordAct } from '#audit';
import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { RoleUnchanged } from '../identity-errors.ts';
import { roleGranted } from '../identity-facts.ts';
import { requireRole } from '../identity-policy.ts';
import type { Role } from '../member.ts';
import { lockMember } from '../member-store.ts';
import { dropVisitor, forgetVisitor } from '../signing-in/visitor-cache.ts';
import { insertRole, listRoles } from './role-store.ts';

/** Gives a member a role, with the reason kept; admins only. Refuses NotFound, RoleUnchanged (SPEC 1.3). */
export async function grantRole(
  ctx: Ctx,
  input: { memberId: string; role: Role; reason: string },
): Promise<void> {
  requireRole(ctx, 'admin');
  if (!isUuid(input.memberId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    await lockMember(tx, input.memberId);
    const before = await listRoles(tx, input.memberId);
    if (!(await insertRole(tx, input))) throw new RoleUnchanged();
    await recordAct(tx, {
      verb: 'identity.grant-role',
      subjectKind: 'member',
      subjectId: input.memberId,
      reason: input.reason,
      before: { roles: before },
      after: { roles: [...before, input.role] },
    });
    await recordFact(tx, roleGranted, { memberId: input.memberId, role: input.role });
    await dropVisitor(tx, input.memberId);
  });
  forgetVisitor(ctx, input.memberId);
}
