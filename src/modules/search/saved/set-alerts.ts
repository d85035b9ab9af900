import { type Ctx, inTransaction } from '#platform/context';
import { addMs } from '#platform/time';
import { sql } from 'kysely';
import { nextAfterNothingMs } from './saved-search.ts';
import { lockOwnSaved } from './saved-search-store.ts';

/**
 * Turns the letters of a saved search of the acting member on or off; refuses NotFound. Turned on anew,
 * they tell of what comes from now on.
 */
export async function setAlerts(
  ctx: Ctx,
  input: { savedId: string; alerts: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const saved = await lockOwnSaved(tx, input.savedId);
    if (saved.alerts === input.alerts) return;
    const now = tx.clock.now();
    await sql`update search.saved_searches set alerts = ${input.alerts}, looked_at = ${now},
        due_at = greatest(due_at, ${addMs(now, nextAfterNothingMs)})
      where id = ${saved.savedId}`.execute(tx.db);
  });
}
