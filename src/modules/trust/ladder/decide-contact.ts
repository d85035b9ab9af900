import { recordAct } from '#audit';
import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { cleanText } from '#platform/i18n';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { ContactCaseDecided } from '../trust-errors.ts';
import { contactDecided } from '../trust-facts.ts';
import { isInvolved, requireContactDesk } from '../trust-policy.ts';
import { lockCase, lockLadder, renewPause } from './contact-store.ts';
import { MAX_REASON } from './object-to-contact.ts';

/**
 * The staff confirm a case or lift it, with a reason that its member is told; audited. Lifting shows the
 * message whole, takes the strike back and what followed from it. Refuses NotFound (to others, to a side
 * of it, and where nothing waits), InvalidInput (`reason`), ContactCaseDecided.
 */
export async function decideContact(
  ctx: Ctx,
  input: { caseId: string; lift: boolean; reason: string },
): Promise<void> {
  requireContactDesk(ctx);
  const decidedBy = requireMember(ctx);
  const reason = cleanText(input.reason).trim();
  if (reason === '') throw new InvalidInput({ reason: 'required' });
  if (reason.length > MAX_REASON) throw new InvalidInput({ reason: 'too-long' });
  await inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, input.caseId);
    if (!found || isInvolved(tx, found)) throw new NotFound();
    if (!found.objectedAt && found.step !== 'review') throw new NotFound();
    if (found.outcome) throw new ContactCaseDecided();
    const { caseId, memberId } = found;
    await lockLadder(tx, memberId);
    const outcome = input.lift ? 'lifted' : 'confirmed';
    await sql`update trust.contact_cases set outcome = ${outcome}, decided_by = ${decidedBy},
        decided_at = ${tx.clock.now()}, decision_reason = ${reason} where id = ${caseId}`.execute(
      tx.db,
    );
    await renewPause(tx, memberId);
    await recordAct(tx, {
      verb: 'trust.decide-contact',
      subjectKind: 'member',
      subjectId: memberId,
      reason,
      before: { step: found.step, counts: found.counts },
      after: { outcome },
    });
    await recordFact(tx, contactDecided, { caseId, memberId, lifted: input.lift });
  });
}
