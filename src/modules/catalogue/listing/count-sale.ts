import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { serviceChanged } from '../catalogue-facts.ts';

/** Counts a completed order of a service; the same order twice counts once. */
export async function countSale(
  ctx: Ctx,
  sale: { orderId: string; serviceId: string },
): Promise<void> {
  const { orderId, serviceId } = sale;
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql`insert into catalogue.counted_sales (order_id, service_id)
      select ${orderId}::uuid, id from catalogue.services where id = ${serviceId}
      on conflict (order_id) do nothing returning order_id`.execute(tx.db);
    if (rows.length === 0) return;
    await sql`insert into catalogue.service_figures as held (service_id, sales_count)
      values (${serviceId}, 1)
      on conflict (service_id) do update set sales_count = held.sales_count + 1`.execute(tx.db);
    const listed = await sql`update catalogue.service_cards set sales_count = sales_count + 1
      where service_id = ${serviceId} returning service_id`.execute(tx.db);
    if (listed.rows.length > 0) await recordFact(tx, serviceChanged, { serviceId });
  });
}
