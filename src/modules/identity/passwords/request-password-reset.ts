import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { passwordResetAsked } from '../identity-facts.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { findMemberByEmail } from '../member-store.ts';

/** Asks for a link to a new password; a known and an unknown email cost and answer the same. Refuses TooMany. */
export async function requestPasswordReset(
  ctx: Ctx,
  input: { email: string; ip: string },
): Promise<void> {
  const email = input.email.toLowerCase();
  await spendTry(ctx, limits.resetOfAddress, limitKey(input.ip));
  await spendTry(ctx, limits.resetOfEmail, limitKey(email));
  await inTransaction(ctx, async (tx) => {
    const member = await findMemberByEmail(tx, email);
    await recordFact(tx, passwordResetAsked, { memberId: member?.memberId ?? null });
  });
}
