import { type Ctx, requireMember } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { EmailNotVerified } from './identity-errors.ts';
import type { Role } from './member.ts';
import { getMember } from './member-store.ts';

/** Lets in the system, admins and the roles named; to everybody else nothing is here (NotFound). */
export function requireRole(ctx: Ctx, ...allowed: readonly Role[]): void {
  const { actor } = ctx;
  if (actor.kind === 'system') return;
  const held: readonly string[] = actor.kind === 'member' ? actor.roles : [];
  if (!held.includes('admin') && !allowed.some((role) => held.includes(role))) throw new NotFound();
}

/**
 * The member who acts, with a verified email; buying and selling need it. Refuses SignInRequired,
 * EmailNotVerified (SPEC 1.1).
 */
export async function requireVerified(ctx: Ctx): Promise<string> {
  const memberId = requireMember(ctx);
  // The visitor's session says so; only a "no" may be out of date.
  if (ctx.actor.kind === 'member' && ctx.actor.emailVerified) return memberId;
  const member = await getMember(ctx, memberId);
  if (!member.emailVerified) throw new EmailNotVerified();
  return memberId;
}
