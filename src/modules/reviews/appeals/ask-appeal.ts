import { getOrder } from '#orders';
import { type Ctx, inTransaction, newId } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { isShown, otherSide } from '../review.ts';
import { AlreadyAppealed, ReviewNotOpen } from '../review-errors.ts';
import { sideOf } from '../review-policy.ts';
import { listOfOrder, lockPair, recordHistory } from '../review-store.ts';

export const MAX_REASON = 1_000;

/**
 * The person rated asks the staff to look at an abusive review; it stays as it is until they decide.
 * Refuses NotFound, InvalidInput (`reason`), ReviewNotOpen, AlreadyAppealed.
 */
export async function askAppeal(
  ctx: Ctx,
  input: { orderId: string; reason: string },
): Promise<void> {
  const order = await getOrder(ctx, input.orderId);
  const side = sideOf(ctx.actor, order);
  if (!side) throw new NotFound();
  const reason = cleanText(input.reason);
  if (reason === '') throw new InvalidInput({ reason: 'required' });
  if (reason.length > MAX_REASON) throw new InvalidInput({ reason: 'too-long' });
  await inTransaction(ctx, async (tx) => {
    await lockPair(tx, order.orderId);
    const written = await listOfOrder(tx, order.orderId);
    const review = written.find(({ given }) => given.side === otherSide(side));
    if (!review || !isShown(review)) throw new ReviewNotOpen();
    const { rows } =
      await sql`insert into reviews.appeals (id, review_id, asked_by, reason, asked_at)
      values (${newId(tx)}, ${review.reviewId}, ${review.subjectId}, ${reason}, ${tx.clock.now()})
      on conflict (review_id) do nothing returning id`.execute(tx.db);
    if (rows.length === 0) throw new AlreadyAppealed();
    await recordHistory(tx, { orderId: review.orderId, act: 'appealed' });
  });
}
