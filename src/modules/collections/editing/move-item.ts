import { type Ctx, inTransaction } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { lockCollection } from '../collection-policy.ts';
import { touch } from '../collection-store.ts';

/** Moves a service one place up in its collection; the first stays first. Refuses NotFound. */
export async function moveItem(
  ctx: Ctx,
  given: { collectionId: string; serviceId: string },
): Promise<void> {
  if (!isUuid(given.serviceId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const { collectionId } = await lockCollection(tx, given.collectionId);
    const { rows } = await sql<{ service_id: string; position: number }>`
      select service_id, position from collections.items where collection_id = ${collectionId}
      order by position, service_id`.execute(tx.db);
    const at = rows.findIndex((row) => row.service_id === given.serviceId);
    const [above, moved] = [rows[at - 1], rows[at]];
    if (!above || !moved) return;
    await sql`update collections.items set position = case service_id
        when ${moved.service_id} then ${above.position}::integer else ${moved.position}::integer end
      where collection_id = ${collectionId}
        and service_id = any(${[moved.service_id, above.service_id]}::uuid[])`.execute(tx.db);
    await touch(tx, collectionId);
  });
}
