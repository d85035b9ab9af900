import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { waitingClearing } from './pause-clearing.ts';

/**
 * Takes up to an amount (USD cents) out of what still clears of an order; the caller posts it away from
 * the member's pending money in the same transaction. Answers how much there was to take.
 */
export async function returnFromClearing(
  tx: TxCtx,
  orderId: string,
  atMostMinor: bigint,
): Promise<bigint> {
  const waitingMinor = await waitingClearing(tx, orderId);
  const amountMinor = waitingMinor < atMostMinor ? waitingMinor : atMostMinor;
  if (amountMinor === 0n) return 0n;
  await sql`update wallet.clearings set returned_minor = returned_minor + ${amountMinor}
    where order_id = ${orderId}`.execute(tx.db);
  return amountMinor;
}
