import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** Notes when the earnings of an order (USD cents) clear; in the transaction that earns them. */
export async function scheduleClearing(
  tx: TxCtx,
  clearing: { orderId: string; memberId: string; amountMinor: bigint; clearsAt: Date },
): Promise<void> {
  await sql`insert into wallet.clearings (order_id, member_id, amount_minor, earned_at, clears_at)
    values (${clearing.orderId}, ${clearing.memberId}, ${clearing.amountMinor}, ${tx.clock.now()}, ${clearing.clearsAt})`.execute(
    tx.db,
  );
}
