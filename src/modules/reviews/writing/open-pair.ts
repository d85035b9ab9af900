import { orderTopic } from '#orders';
import { actorName, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { publish } from '#platform/live';
import { sql } from 'kysely';
import { countReviews } from '../figures/count-reviews.ts';
import type { Pair } from '../review.ts';
import { reviewsOpened } from '../review-facts.ts';
import { reviewOf, type ReviewRow } from '../review-store.ts';

/**
 * Shows both sides, and everybody, what was written, and counts it. The pair is locked by the caller;
 * a pair that was opened before stays as it is.
 */
export async function openPair(tx: TxCtx, pair: Pair): Promise<void> {
  if (pair.openedAt) return;
  const at = tx.clock.now();
  const { rows } = await sql<ReviewRow>`with opened as (
      update reviews.pairs set opened_at = ${at}, due_at = null
      where order_id = ${pair.orderId} and opened_at is null returning order_id),
    noted as (insert into reviews.history (order_id, at, actor, act)
      select order_id, ${at}, ${actorName(tx)}, 'opened' from opened)
    update reviews.reviews set opened_at = ${at}
    where order_id in (select order_id from opened) returning *`.execute(tx.db);
  const reviews = rows.map(reviewOf);
  await countReviews(tx, reviews);
  const by = (side: string) => reviews.some(({ given }) => given.side === side);
  await recordFact(tx, reviewsOpened, {
    orderId: pair.orderId,
    buyerId: pair.buyerId,
    sellerId: pair.sellerId,
    serviceId: pair.serviceId,
    byBuyer: by('buyer'),
    bySeller: by('seller'),
  });
  publish(tx, orderTopic(pair.orderId), { review: 'opened' });
}
