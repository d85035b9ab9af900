import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { lockOwnSaved } from './saved-search-store.ts';

/** Forgets a saved search of the acting member; refuses NotFound. */
export async function deleteSavedSearch(ctx: Ctx, input: { savedId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { savedId } = await lockOwnSaved(tx, input.savedId);
    await sql`delete from search.saved_searches where id = ${savedId}`.execute(tx.db);
  });
}
