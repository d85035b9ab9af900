import { getOrder } from '#orders';
import { type Ctx, inTransaction } from '#platform/context';
import { beginAndLockPair } from '../review-store.ts';
import { pairOfOrder } from './pair-of-order.ts';

/** Begins the time for reviews of a completed order; harmless to repeat. Refuses NotFound. */
export async function beginPair(ctx: Ctx, orderId: string): Promise<void> {
  const pair = await pairOfOrder(ctx, await getOrder(ctx, orderId));
  if (pair) await inTransaction(ctx, (tx) => beginAndLockPair(tx, pair));
}
