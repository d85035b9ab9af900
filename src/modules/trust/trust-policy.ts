import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';

/** Who decides cases of contact. */
export const CONTACT_ROLES: readonly string[] = ['support', 'admin'];

/** Lets the staff of that desk and the house pass. Refuses NotFound. */
export function requireContactDesk({ actor }: Ctx): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'member' && actor.roles.some((role) => CONTACT_ROLES.includes(role))) return;
  throw new NotFound();
}

/** Whether who acts wrote the message of a case, or got it: they do not decide it. */
export function isInvolved({ actor }: Ctx, of: { memberId: string; otherId: string }): boolean {
  return (
    actor.kind === 'member' && (actor.memberId === of.memberId || actor.memberId === of.otherId)
  );
}
