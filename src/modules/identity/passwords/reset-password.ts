import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { sql } from 'kysely';
import { passwordChanged } from '../identity-facts.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { getMemberWithEmail } from '../member-store.ts';
import { takeLink } from '../one-time-link.ts';
import { endSessions } from '../signing-in/session-store.ts';
import { forgetVisitor } from '../signing-in/visitor-cache.ts';
import { savePasswordHash } from './credential-store.ts';
import { hashPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-strength.ts';

/**
 * Sets a new password by a link, which works once; all sessions end, and the email counts as
 * verified (its owner opened the link). Refuses LinkIsVoid, InvalidInput of `password`; a refused
 * password leaves the link usable.
 */
export async function resetPassword(
  ctx: Ctx,
  input: { token: string; password: string; ip: string },
): Promise<void> {
  await spendTry(ctx, limits.linkOfAddress, limitKey(input.ip));
  await requireStrongPassword(input.password, []);
  const hash = await hashPassword(input.password, ctx.random);
  const memberId = await inTransaction(ctx, async (tx) => {
    const link = await takeLink(tx, { purposes: ['reset-password'], token: input.token });
    const member = await getMemberWithEmail(tx, link.memberId);
    await requireStrongPassword(input.password, [member.email, member.displayName]);
    await savePasswordHash(tx, { memberId: link.memberId, hash });
    await sql`update identity.members set email_verified = true, updated_at = ${tx.clock.now()}
      where id = ${link.memberId}`.execute(tx.db);
    await endSessions(tx, { memberId: link.memberId });
    await recordFact(tx, passwordChanged, { memberId: link.memberId });
    return link.memberId;
  });
  forgetVisitor(ctx, memberId);
}
