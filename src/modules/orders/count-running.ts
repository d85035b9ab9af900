import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** How many orders of a service wait for requirements or are being worked on, at this statement. */
export async function countRunning(
  tx: TxCtx,
  of: { sellerId: string; serviceId: string },
): Promise<number> {
  const { rows } = await sql<{ running: number }>`
    select orders.running_of(${of.sellerId}, ${of.serviceId}) as running`.execute(tx.db);
  return rows[0]?.running ?? 0;
}
