import { getOrder } from '#orders';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { ruleAt } from '#settings';
import type { Pair, Review, ReviewSide } from '../review.ts';
import { reviewWanted } from '../review-facts.ts';
import { listOfOrder, lockIdlePair, recordHistory, setTimer } from '../review-store.ts';
import { openPair } from '../writing/open-pair.ts';
import { nextDue } from '../writing/pair-of-order.ts';

const SIDES: readonly ReviewSide[] = ['buyer', 'seller'];

/**
 * Does the one step of a pair that is due: reminds whoever has not rated, or, when the time is over,
 * opens what was written. A reminder that the end has overtaken is left out. Answers false when there
 * was nothing to do or somebody is acting on it right now.
 */
export async function ringReviewTimer(ctx: Ctx, orderId: string): Promise<boolean> {
  const { openedAt } = await getOrder(ctx, orderId);
  const reminders = await ruleAt(ctx, 'review.reminders', openedAt);
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const pair = await lockIdlePair(tx, orderId);
    if (!pair?.dueAt || pair.dueAt > now) return false;
    const written = await listOfOrder(tx, orderId);
    if (now >= pair.endsAt) {
      if (written.length > 0) await openPair(tx, pair);
      else await endWithoutReviews(tx, pair);
      return true;
    }
    await remind(tx, pair, written);
    const step = pair.step + 1;
    await setTimer(tx, orderId, { step, dueAt: nextDue(pair, step, reminders) });
    return true;
  });
}

async function endWithoutReviews(tx: TxCtx, pair: Pair): Promise<void> {
  await setTimer(tx, pair.orderId, { step: pair.step, dueAt: null });
  await recordHistory(tx, { orderId: pair.orderId, act: 'ended' });
}

async function remind(tx: TxCtx, pair: Pair, written: readonly Review[]): Promise<void> {
  const { orderId, buyerId, sellerId, serviceId } = pair;
  for (const side of SIDES.filter((one) => !written.some(({ given }) => given.side === one))) {
    await recordFact(tx, reviewWanted, {
      orderId,
      buyerId,
      sellerId,
      serviceId,
      side,
      last: pair.step > 0,
      endsAt: pair.endsAt.toISOString(),
    });
  }
}
