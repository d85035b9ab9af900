import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { InvalidInput } from '#platform/refusals';
import { emailChangeAsked } from '../identity-facts.ts';
import { lockMember } from '../member-store.ts';
import { requireOwnPassword } from '../passwords/own-password.ts';
import { saveEmailChange } from './email-change-store.ts';

/**
 * Asks for another email; it holds when both addresses confirmed it. Whether somebody else has the
 * new one is not said. Refuses InvalidInput of `currentPassword` or `newEmail` (same-email), TooMany
 * (SPEC 1.1).
 */
export async function askEmailChange(
  ctx: Ctx,
  input: { newEmail: string; currentPassword: string },
): Promise<void> {
  const memberId = requireMember(ctx);
  const newEmail = input.newEmail.toLowerCase();
  await requireOwnPassword(ctx, input.currentPassword);
  await inTransaction(ctx, async (tx) => {
    const member = await lockMember(tx, memberId);
    if (member.email === newEmail) throw new InvalidInput({ newEmail: 'same-email' });
    await saveEmailChange(tx, { memberId, newEmail });
    await recordFact(tx, emailChangeAsked, { memberId });
  });
}
