import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { InvalidInput } from '#platform/refusals';
import { passwordChanged } from '../identity-facts.ts';
import { limits } from '../identity-limits.ts';
import { getMemberWithEmail } from '../member-store.ts';
import { endSessions } from '../signing-in/session-store.ts';
import { forgetVisitor } from '../signing-in/visitor-cache.ts';
import { findPasswordHash, savePasswordHash } from './credential-store.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-strength.ts';

/**
 * Changes the password of the member who acts; every other session ends. Refuses InvalidInput of
 * `currentPassword` (wrong-password) or `password`, TooMany.
 */
export async function changePassword(
  ctx: Ctx,
  input: { currentPassword: string; password: string; sessionId: string | undefined },
): Promise<void> {
  const memberId = requireMember(ctx);
  await requireOwnPassword(ctx, input.currentPassword);
  const member = await getMemberWithEmail(ctx, memberId);
  await requireStrongPassword(input.password, [member.email, member.displayName]);
  const hash = await hashPassword(input.password, ctx.random);
  await inTransaction(ctx, async (tx) => {
    await savePasswordHash(tx, { memberId, hash });
    await endSessions(tx, { memberId, except: input.sessionId });
    await recordFact(tx, passwordChanged, { memberId });
  });
  forgetVisitor(ctx, memberId);
}

/** Makes sure that who acts knows the member's password. Refuses InvalidInput of `currentPassword`, TooMany. */
export async function requireOwnPassword(ctx: Ctx, password: string): Promise<void> {
  const memberId = requireMember(ctx);
  await spendTry(ctx, limits.passwordOfMember, memberId);
  const hash = await findPasswordHash(ctx, memberId);
  const right = hash !== undefined && (await verifyPassword(password, hash));
  if (!right) throw new InvalidInput({ currentPassword: 'wrong-password' });
}
