import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { verificationAsked } from '../identity-facts.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { findMemberByEmail } from '../member-store.ts';

/** Asks for another verification mail; the same answer whoever has the email, or nobody. Refuses TooMany. */
export async function resendVerification(
  ctx: Ctx,
  input: { email: string; ip: string },
): Promise<void> {
  const email = input.email.toLowerCase();
  await spendTry(ctx, limits.resendOfAddress, limitKey(input.ip));
  await spendTry(ctx, limits.resendOfEmail, limitKey(email));
  await inTransaction(ctx, async (tx) => {
    const member = await findMemberByEmail(tx, email);
    const memberId = member && !member.emailVerified ? member.memberId : null;
    await recordFact(tx, verificationAsked, { memberId });
  });
}
