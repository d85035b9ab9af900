import { type AuditedAct, listActs } from '#audit';
import type { Ctx } from '#platform/context';
import { requireRole } from '../identity-policy.ts';
import type { Role } from '../member.ts';
import { getMemberWithEmail, memberCards, type MemberWithEmail } from '../member-store.ts';
import { listSessionsOf, type OpenSession } from '../signing-in/session-store.ts';
import { listRoles } from './role-store.ts';

export interface StaffCard {
  member: MemberWithEmail;
  roles: Role[];
  sessions: OpenSession[];
  /** What the staff did to this member; `actorName` when a member of the staff did it. */
  acts: (AuditedAct & { actorName: string | undefined })[];
}

/** Everything the staff sees of one member. Support and admins; refuses NotFound. */
export async function getStaffCard(ctx: Ctx, memberId: string): Promise<StaffCard> {
  requireRole(ctx, 'support');
  const member = await getMemberWithEmail(ctx, memberId);
  const [roles, sessions, acts] = await Promise.all([
    listRoles(ctx, memberId),
    listSessionsOf(ctx, memberId),
    listActs(ctx, { subjectKind: 'member', subjectId: memberId }),
  ]);
  const names = await memberCards(
    ctx,
    acts.map((act) => act.actor),
  );
  return {
    member,
    roles,
    sessions,
    acts: acts.map((act) => ({ ...act, actorName: names.get(act.actor)?.displayName })),
  };
}
