import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { lockCollection } from '../collection-policy.ts';
import { checkCollection, type CollectionInput } from './collection-input.ts';

/** Renames a collection, changes its note, opens or closes it to others. Refuses NotFound, InvalidInput. */
export async function updateCollection(
  ctx: Ctx,
  given: { collectionId: string; input: CollectionInput },
): Promise<void> {
  const input = checkCollection(given.input);
  await inTransaction(ctx, async (tx) => {
    const { collectionId } = await lockCollection(tx, given.collectionId);
    await sql`update collections.collections set title_ar = ${input.titleAr},
        title_en = ${input.titleEn}, note_ar = ${input.noteAr}, note_en = ${input.noteEn},
        is_public = ${input.isPublic}, changed_at = ${tx.clock.now()}
      where id = ${collectionId}`.execute(tx.db);
  });
}
