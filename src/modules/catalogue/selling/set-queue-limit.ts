import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { queueLimitSet } from '../catalogue-facts.ts';
import { refreshListing } from '../listing/list-service.ts';
import { lockOwnService } from '../service-policy.ts';
import { forgetSellableService } from './get-sellable-service.ts';

/** More at a time is no limit any more. */
const MOST_PLACES = 100;

/**
 * The seller says how many orders of a service they work on at a time (SPEC 2.6): undefined for any
 * number, 0 to hide it. Running orders go on, also above the limit; the purchases that come look at
 * it at once. Refuses NotFound, InvalidInput (`limit`).
 */
export async function setQueueLimit(
  ctx: Ctx,
  input: { serviceId: string; limit: number | undefined },
): Promise<void> {
  const { serviceId, limit } = input;
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, serviceId);
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0 && limit <= MOST_PLACES)) {
      throw new InvalidInput({ limit: 'queue-limit' });
    }
    await sql`update catalogue.services set queue_limit = ${limit ?? null}
      where id = ${serviceId}`.execute(tx.db);
    if (limit === undefined) {
      await sql`delete from catalogue.queues where service_id = ${serviceId}`.execute(tx.db);
    } else {
      await sql`insert into catalogue.queues (service_id) values (${serviceId})
        on conflict (service_id) do nothing`.execute(tx.db);
    }
    await refreshListing(tx, service, { changed: false });
    await recordFact(tx, queueLimitSet, { serviceId, sellerId: service.sellerId });
  });
  forgetSellableService(serviceId);
}
