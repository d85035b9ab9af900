import { type Ctx, inTransaction, newId } from '#platform/context';
import { cleanLine } from '#platform/i18n';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { lengths, most } from '../collection.ts';
import { CollectionFull } from '../collection-errors.ts';
import { lockCollection } from '../collection-policy.ts';
import { touch } from '../collection-store.ts';

/** Adds a part of a need to a bundle. Refuses NotFound (also for what is no bundle), InvalidInput, CollectionFull. */
export async function addNeed(
  ctx: Ctx,
  given: { collectionId: string; titleAr: string; titleEn: string },
): Promise<void> {
  const titleAr = cleanLine(given.titleAr);
  const titleEn = cleanLine(given.titleEn) || titleAr;
  if (titleAr === '') throw new InvalidInput({ needAr: 'required' });
  if (Math.max(titleAr.length, titleEn.length) > lengths.title) {
    throw new InvalidInput({ needAr: 'too-long' });
  }
  await inTransaction(ctx, async (tx) => {
    const { collectionId, kind } = await lockCollection(tx, given.collectionId);
    if (kind !== 'bundle') throw new NotFound();
    const { rows } = await sql<{ held: number; last: number }>`select count(*)::int as held,
        coalesce(max(position), 0)::int as last
      from collections.needs where collection_id = ${collectionId}`.execute(tx.db);
    const { held = 0, last = 0 } = rows[0] ?? {};
    if (held >= most.needs) throw new CollectionFull(most.needs);
    await sql`insert into collections.needs (id, collection_id, position, title_ar, title_en)
      values (${newId(tx)}, ${collectionId}, ${last + 1}, ${titleAr}, ${titleEn})`.execute(tx.db);
    await touch(tx, collectionId);
  });
}
