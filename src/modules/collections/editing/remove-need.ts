import { type Ctx, inTransaction } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { lockCollection } from '../collection-policy.ts';
import { touch } from '../collection-store.ts';

/** Takes a part of a need out of a bundle with what is suggested for it. Refuses NotFound. */
export async function removeNeed(
  ctx: Ctx,
  given: { collectionId: string; needId: string },
): Promise<void> {
  if (!isUuid(given.needId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const { collectionId } = await lockCollection(tx, given.collectionId);
    await sql`delete from collections.needs where id = ${given.needId}
      and collection_id = ${collectionId}`.execute(tx.db);
    await touch(tx, collectionId);
  });
}
