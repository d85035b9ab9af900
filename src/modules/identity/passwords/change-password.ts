import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { passwordChanged } from '../identity-facts.ts';
import { getMemberWithEmail } from '../member-store.ts';
import { endSessions } from '../signing-in/session-store.ts';
import { forgetVisitor } from '../signing-in/visitor-cache.ts';
import { savePasswordHash } from './credential-store.ts';
import { requireOwnPassword } from './own-password.ts';
import { hashPassword } from './password-hash.ts';
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
