import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { sql } from 'kysely';
import { emailVerified } from '../identity-facts.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { takeLink } from '../one-time-link.ts';

/** Uses a verification link: the member's email counts as theirs from now on. Refuses LinkIsVoid. */
export async function verifyEmail(
  ctx: Ctx,
  input: { token: string; ip: string },
): Promise<{ memberId: string }> {
  await spendTry(ctx, limits.linkOfAddress, limitKey(input.ip));
  return inTransaction(ctx, async (tx) => {
    const { memberId } = await takeLink(tx, { purposes: ['verify-email'], token: input.token });
    await sql`update identity.members set email_verified = true, updated_at = ${tx.clock.now()}
      where id = ${memberId}`.execute(tx.db);
    await recordFact(tx, emailVerified, { memberId });
    return { memberId };
  });
}
