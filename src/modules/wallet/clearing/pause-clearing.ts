import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** Lets the clearing of an order wait, or go on (SPEC 5.9); nothing when it has cleared or there is none. */
export async function pauseClearing(tx: TxCtx, orderId: string, paused: boolean): Promise<void> {
  await sql`update wallet.clearings set paused = ${paused}
    where order_id = ${orderId} and cleared_at is null`.execute(tx.db);
}

/** What of an order's earnings still clears, in USD cents, locked until the transaction ends. */
export async function waitingClearing(tx: TxCtx, orderId: string): Promise<bigint> {
  const { rows } = await sql<{ waitingMinor: bigint }>`
    select amount_minor - returned_minor as "waitingMinor" from wallet.clearings
    where order_id = ${orderId} and cleared_at is null for update`.execute(tx.db);
  return rows[0]?.waitingMinor ?? 0n;
}
