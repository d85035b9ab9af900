import { type Ctx, inTransaction } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { lockCollection } from '../collection-policy.ts';
import { touch } from '../collection-store.ts';

/** Takes a service out of a collection; one that is not in it stays out. Refuses NotFound. */
export async function removeItem(
  ctx: Ctx,
  given: { collectionId: string; serviceId: string },
): Promise<void> {
  if (!isUuid(given.serviceId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const { collectionId } = await lockCollection(tx, given.collectionId);
    await sql`delete from collections.items where collection_id = ${collectionId}
      and service_id = ${given.serviceId}`.execute(tx.db);
    await touch(tx, collectionId);
  });
}
