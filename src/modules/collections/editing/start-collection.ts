import { requireRole } from '#identity';
import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { sql } from 'kysely';
import { type CollectionKind, most } from '../collection.ts';
import { TooManyCollections } from '../collection-errors.ts';
import { checkCollection, type CollectionInput } from './collection-input.ts';

/**
 * Begins an empty collection: a member's own, or the house's by an administrator. Refuses
 * SignInRequired, NotFound, InvalidInput, TooManyCollections.
 */
export async function startCollection(
  ctx: Ctx,
  given: { kind: CollectionKind; input: CollectionInput },
): Promise<{ collectionId: string }> {
  const memberId = requireMember(ctx);
  const { kind } = given;
  if (kind !== 'member') requireRole(ctx, 'admin');
  const input = checkCollection(given.input);
  const collectionId = newId(ctx);
  const ownerId = kind === 'member' ? memberId : null;
  await inTransaction(ctx, async (tx) => {
    // Two at once count one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`collections:${memberId}`}, 0))`.execute(
      tx.db,
    );
    const { rows } = await sql<{ held: number }>`select count(*)::int as held
      from collections.collections where owner_id = ${ownerId}`.execute(tx.db);
    if ((rows[0]?.held ?? 0) >= most.collections) throw new TooManyCollections(most.collections);
    await sql`insert into collections.collections (id, kind, owner_id, title_ar, title_en,
        note_ar, note_en, is_public, created_at, changed_at)
      values (${collectionId}, ${kind}, ${ownerId}, ${input.titleAr}, ${input.titleEn},
        ${input.noteAr}, ${input.noteEn}, ${input.isPublic}, ${tx.clock.now()}, ${tx.clock.now()})`.execute(
      tx.db,
    );
  });
  return { collectionId };
}
