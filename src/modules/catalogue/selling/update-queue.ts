import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { refreshListing } from '../listing/list-service.ts';
import { lockService } from '../service-store.ts';
import { forgetSellableService } from './get-sellable-service.ts';

/**
 * Writes how many orders of a service are at work, as `count` tells while the queue is locked, and
 * lists or hides the service by it. A service without a limit costs one look. Harmless to repeat.
 */
export async function updateQueue(
  ctx: Ctx,
  serviceId: string,
  count: (tx: TxCtx, sellerId: string) => Promise<number>,
): Promise<void> {
  const { rows } = await ctx.pool.query({
    name: 'catalogue-has-queue',
    text: 'select from catalogue.queues where service_id = $1',
    values: [serviceId],
  });
  if (rows.length === 0) return;
  await inTransaction(ctx, async (tx) => {
    const service = await lockService(tx, serviceId);
    await sql`select from catalogue.queues where service_id = ${serviceId} for update`.execute(
      tx.db,
    );
    const running = await count(tx, service.sellerId);
    await sql`update catalogue.queues set running = ${running}
      where service_id = ${serviceId}`.execute(tx.db);
    await refreshListing(tx, service, { changed: false });
  });
  forgetSellableService(serviceId);
}
