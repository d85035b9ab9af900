import { type Ctx, inTransaction } from '#platform/context';
import { isConstraint } from '#platform/db';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { sql } from 'kysely';
import { LinkIsVoid } from '../identity-errors.ts';
import { emailChanged } from '../identity-facts.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { lockMember } from '../member-store.ts';
import { takeLink } from '../one-time-link.ts';
import { confirmOneAddress, deleteEmailChange } from './email-change-store.ts';

/** Uses one of the two links; with the second the new email holds. Refuses LinkIsVoid (SPEC 1.1). */
export async function confirmEmailChange(
  ctx: Ctx,
  input: { token: string; ip: string },
): Promise<{ done: boolean }> {
  await spendTry(ctx, limits.linkOfAddress, limitKey(input.ip));
  try {
    return await inTransaction(ctx, async (tx) => {
      const purposes = ['confirm-old-email', 'confirm-new-email'] as const;
      const { memberId, purpose } = await takeLink(tx, { purposes, token: input.token });
      const { email: oldEmail } = await lockMember(tx, memberId);
      const address = purpose === 'confirm-old-email' ? 'old' : 'new';
      const change = await confirmOneAddress(tx, { memberId, address });
      if (!change) throw new LinkIsVoid();
      if (!change.oldConfirmedAt || !change.newConfirmedAt) return { done: false };
      await sql`update identity.members set email = ${change.newEmail}, email_verified = true,
          updated_at = ${tx.clock.now()} where id = ${memberId}`.execute(tx.db);
      await deleteEmailChange(tx, memberId);
      await recordFact(tx, emailChanged, { memberId, oldEmail });
      return { done: true };
    });
  } catch (error) {
    if (isConstraint(error, 'email_is_taken_once')) throw new LinkIsVoid();
    throw error;
  }
}
