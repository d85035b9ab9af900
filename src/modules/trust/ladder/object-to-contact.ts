import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { ContactCaseDecided } from '../trust-errors.ts';
import { lockCase, lockLadder, objectedWrongly, renewPause } from './contact-store.ts';

/** How much a reason may say, of the member and of the staff. */
export const MAX_REASON = 1_000;

/**
 * The writer of a masked message says that it was a mistake; the staff decide. In a paid order they are
 * believed until then, so that the work does not wait, unless an objection of theirs was found wrong
 * before. Objecting twice is once. Refuses NotFound, InvalidInput (`reason`), ContactCaseDecided.
 */
export async function objectToContact(
  ctx: Ctx,
  input: { caseId: string; reason: string },
): Promise<void> {
  const memberId = requireMember(ctx);
  const reason = cleanText(input.reason).trim();
  if (reason.length > MAX_REASON) throw new InvalidInput({ reason: 'too-long' });
  await inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, input.caseId);
    if (found?.memberId !== memberId) throw new NotFound();
    if (found.outcome) throw new ContactCaseDecided();
    if (found.objectedAt) return;
    await lockLadder(tx, memberId);
    const believed = found.place === 'order' && !(await objectedWrongly(tx, memberId));
    await sql`update trust.contact_cases set objected_at = ${tx.clock.now()}, objection = ${reason},
        believed = ${believed} where id = ${found.caseId}`.execute(tx.db);
    if (believed) await renewPause(tx, memberId);
  });
}
