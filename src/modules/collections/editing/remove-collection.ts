import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { lockCollection } from '../collection-policy.ts';

/** Takes a collection away with its list; the services stay. Refuses NotFound. */
export async function removeCollection(ctx: Ctx, given: { collectionId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { collectionId } = await lockCollection(tx, given.collectionId);
    await sql`delete from collections.collections where id = ${collectionId}`.execute(tx.db);
  });
}
