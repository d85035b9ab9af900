import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { orderTopic } from '#orders';
import { type Ctx, inTransaction, requireMember, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { cleanText } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { publish } from '#platform/live';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { countReviews } from '../figures/count-reviews.ts';
import type { Review } from '../review.ts';
import { AppealDecided } from '../review-errors.ts';
import { appealDecided } from '../review-facts.ts';
import { APPEAL_ROLES, requireUninvolved } from '../review-policy.ts';
import { findReview, lockPair, recordHistory } from '../review-store.ts';
import { MAX_REASON } from './ask-appeal.ts';

export interface Decision {
  appealId: string;
  hide: boolean;
  reason: string;
}

/**
 * The staff hides a review or keeps it, with a reason that both sides are told; audited. What is hidden
 * counts no more. Refuses NotFound (also to who is a side of it), InvalidInput (`reason`), AppealDecided.
 */
export async function decideAppeal(ctx: Ctx, decision: Decision): Promise<void> {
  requireRole(ctx, ...APPEAL_ROLES);
  const decidedBy = requireMember(ctx);
  const reason = cleanText(decision.reason);
  if (reason === '') throw new InvalidInput({ reason: 'required' });
  if (reason.length > MAX_REASON) throw new InvalidInput({ reason: 'too-long' });
  await inTransaction(ctx, async (tx) => {
    const review = await reviewUnder(tx, decision.appealId);
    requireUninvolved(tx.actor, review);
    const pair = await lockPair(tx, review.orderId);
    const outcome = decision.hide ? 'hidden' : 'kept';
    const { rows } = await sql`update reviews.appeals set outcome = ${outcome},
        decided_by = ${decidedBy}, decided_at = ${tx.clock.now()}, decision_reason = ${reason}
      where id = ${decision.appealId} and outcome is null returning id`.execute(tx.db);
    if (rows.length === 0 || !pair) throw new AppealDecided();
    if (decision.hide) await hide(tx, review);
    const { orderId, buyerId, sellerId, serviceId } = pair;
    const { reviewId, authorId, subjectId } = review;
    await recordHistory(tx, { orderId, act: outcome, details: { reviewId } });
    await recordAct(tx, {
      verb: 'reviews.decide-appeal',
      subjectKind: 'review',
      subjectId: reviewId,
      reason,
      after: { outcome },
    });
    await recordFact(tx, appealDecided, {
      orderId,
      buyerId,
      sellerId,
      serviceId,
      reviewId,
      authorId,
      subjectId,
      hidden: decision.hide,
    });
    publish(tx, orderTopic(orderId), { review: outcome });
  });
}

async function reviewUnder(tx: TxCtx, appealId: string): Promise<Review> {
  if (!isUuid(appealId)) throw new NotFound();
  const { rows } = await sql<{ review_id: string }>`select review_id from reviews.appeals
    where id = ${appealId} for update`.execute(tx.db);
  const review = rows[0] && (await findReview(tx, rows[0].review_id));
  if (!review) throw new NotFound();
  return review;
}

async function hide(tx: TxCtx, review: Review): Promise<void> {
  const hiddenAt = tx.clock.now();
  await sql`update reviews.reviews set hidden_at = ${hiddenAt} where id = ${review.reviewId}`.execute(
    tx.db,
  );
  await countReviews(tx, [{ ...review, hiddenAt }]);
}
