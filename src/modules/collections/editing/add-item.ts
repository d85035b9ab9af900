import { findPublishedId } from '#catalogue';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { cleanLine } from '#platform/i18n';
import { InvalidInput, NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { lengths, most } from '../collection.ts';
import { CollectionFull, NoSuchService } from '../collection-errors.ts';
import { lockCollection } from '../collection-policy.ts';
import { touch } from '../collection-store.ts';

/**
 * Puts a service at the end of a collection, or writes its note and need anew when it is there. It is
 * named by its number. Refuses NotFound, NoSuchService, CollectionFull, InvalidInput (`note`).
 */
export async function addItem(
  ctx: Ctx,
  given: { collectionId: string; number: number; note: string; needId?: string },
): Promise<void> {
  const note = cleanLine(given.note);
  if (note.length > lengths.itemNote) throw new InvalidInput({ note: 'too-long' });
  const serviceId = await findPublishedId(ctx, given.number);
  await inTransaction(ctx, async (tx) => {
    const { collectionId } = await lockCollection(tx, given.collectionId);
    if (!serviceId) throw new NoSuchService();
    const needId = await ownNeed(tx, collectionId, given.needId);
    const { rows } = await sql<{ held: number; last: number }>`select count(*)::int as held,
        coalesce(max(position), 0)::int as last
      from collections.items where collection_id = ${collectionId}
        and service_id <> ${serviceId}`.execute(tx.db);
    const { held = 0, last = 0 } = rows[0] ?? {};
    if (held >= most.items) throw new CollectionFull(most.items);
    await sql`insert into collections.items (collection_id, service_id, need_id, position, note)
      values (${collectionId}, ${serviceId}, ${needId}, ${last + 1}, ${note})
      on conflict (collection_id, service_id)
        do update set note = excluded.note, need_id = excluded.need_id`.execute(tx.db);
    await touch(tx, collectionId);
  });
}

async function ownNeed(
  tx: TxCtx,
  collectionId: string,
  needId: string | undefined,
): Promise<string | null> {
  if (!needId) return null;
  if (!isUuid(needId)) throw new NotFound();
  const { rows } = await sql`select id from collections.needs
    where id = ${needId} and collection_id = ${collectionId}`.execute(tx.db);
  if (rows.length === 0) throw new NotFound();
  return needId;
}
