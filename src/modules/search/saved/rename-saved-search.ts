import { type Ctx, inTransaction } from '#platform/context';
import { cleanLine } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { longestName } from './saved-search.ts';
import { lockOwnSaved } from './saved-search-store.ts';

/** Gives a saved search of the acting member another name (1 to 80 letters); refuses NotFound, InvalidInput. */
export async function renameSavedSearch(
  ctx: Ctx,
  input: { savedId: string; name: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { savedId } = await lockOwnSaved(tx, input.savedId);
    const name = cleanLine(input.name).trim();
    if (name === '') throw new InvalidInput({ name: 'required' });
    if (name.length > longestName) throw new InvalidInput({ name: 'too-long' });
    await sql`update search.saved_searches set name = ${name} where id = ${savedId}`.execute(tx.db);
  });
}
