import { getOrder, orderTopic } from '#orders';
import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { cleanText } from '#platform/i18n';
import { publish } from '#platform/live';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { isShown } from '../review.ts';
import { AlreadyAnswered, ReviewNotOpen } from '../review-errors.ts';
import { reviewAnswered } from '../review-facts.ts';
import { sideOf } from '../review-policy.ts';
import { listOfOrder, lockPair, recordHistory } from '../review-store.ts';

export const MAX_ANSWER = 1_000;

/**
 * The seller answers what the buyer wrote, once, for everybody to read. Refuses NotFound (also to the
 * buyer, who is rated without an answer), InvalidInput (`answer`), ReviewNotOpen, AlreadyAnswered.
 */
export async function answerReview(
  ctx: Ctx,
  input: { orderId: string; answer: string },
): Promise<void> {
  const order = await getOrder(ctx, input.orderId);
  if (sideOf(ctx.actor, order) !== 'seller') throw new NotFound();
  const body = cleanText(input.answer);
  if (body === '') throw new InvalidInput({ answer: 'required' });
  if (body.length > MAX_ANSWER) throw new InvalidInput({ answer: 'too-long' });
  await inTransaction(ctx, async (tx) => {
    const pair = await lockPair(tx, order.orderId);
    const written = await listOfOrder(tx, order.orderId);
    const review = written.find(({ given }) => given.side === 'buyer');
    if (!pair || !review || !isShown(review)) throw new ReviewNotOpen();
    const { rows } = await sql`insert into reviews.answers (review_id, author_id, body, written_at)
      values (${review.reviewId}, ${review.subjectId}, ${body}, ${tx.clock.now()})
      on conflict (review_id) do nothing returning review_id`.execute(tx.db);
    if (rows.length === 0) throw new AlreadyAnswered();
    const { orderId, buyerId, sellerId, serviceId } = pair;
    await recordHistory(tx, { orderId, act: 'answered' });
    const { reviewId } = review;
    await recordFact(tx, reviewAnswered, { orderId, buyerId, sellerId, serviceId, reviewId });
    publish(tx, orderTopic(orderId), { review: 'answered' });
  });
}
