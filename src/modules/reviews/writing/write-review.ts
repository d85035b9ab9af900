import { getOrder, orderTopic } from '#orders';
import { type Ctx, inTransaction, newId, type TxCtx } from '#platform/context';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { otherSide, type Pair, type Review, type ReviewSide } from '../review.ts';
import { AlreadyReviewed, NothingToReview, ReviewTimeOver } from '../review-errors.ts';
import { sideOf } from '../review-policy.ts';
import { beginAndLockPair, insertReview, listOfOrder } from '../review-store.ts';
import { openPair } from './open-pair.ts';
import { pairOfOrder } from './pair-of-order.ts';
import { readGiven, type Written } from './read-given.ts';

export interface ReviewToWrite extends Written {
  orderId: string;
  /** Made with the form: the same key again answers with the first result (SPEC 15). */
  key: string;
}

/**
 * One side of a completed order rates the other, once and blind; the second of the two opens both
 * (SPEC 5.10). Refuses NotFound, InvalidInput, NothingToReview, AlreadyReviewed, ReviewTimeOver.
 */
export async function writeReview(
  ctx: Ctx,
  input: ReviewToWrite,
): Promise<{ review: Review; opened: boolean; repeated: boolean }> {
  const order = await getOrder(ctx, input.orderId);
  const side = sideOf(ctx.actor, order);
  if (!side) throw new NotFound();
  const begun = await pairOfOrder(ctx, order);
  if (!begun) throw new NothingToReview();
  return inTransaction(ctx, async (tx) => {
    const pair = await beginAndLockPair(tx, begun);
    const written = await listOfOrder(tx, pair.orderId);
    const mine = written.find(({ given }) => given.side === side);
    if (mine?.key === input.key) {
      return { review: mine, opened: mine.openedAt !== undefined, repeated: true };
    }
    if (mine) throw new AlreadyReviewed();
    if (tx.clock.now() >= pair.endsAt) throw new ReviewTimeOver();
    const review = compose(tx, pair, { side, ...readGiven(side, input), key: input.key });
    await insertReview(tx, review);
    const opened = written.some(({ given }) => given.side === otherSide(side));
    if (opened) await openPair(tx, pair);
    else publish(tx, orderTopic(pair.orderId), { review: side });
    return { review, opened, repeated: false };
  });
}

function compose(
  tx: TxCtx,
  pair: Pair,
  own: { side: ReviewSide; key: string } & Pick<Review, 'given' | 'body'>,
): Review {
  const { buyerId, sellerId } = pair;
  const [authorId, subjectId] = own.side === 'buyer' ? [buyerId, sellerId] : [sellerId, buyerId];
  return {
    reviewId: newId(tx),
    orderId: pair.orderId,
    authorId,
    subjectId,
    serviceId: pair.serviceId,
    serviceVersion: pair.serviceVersion,
    given: own.given,
    body: own.body,
    key: own.key,
    writtenAt: tx.clock.now(),
    openedAt: undefined,
    hiddenAt: undefined,
  };
}
