import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { readAlertToken } from './alert-token.ts';
import type { SavedSearch } from './saved-search.ts';
import { findSaved } from './saved-search-store.ts';

/** Whose letters a link stops; refuses NotFound a link of nobody's, or of a search since deleted. */
export async function getByAlertToken(ctx: Ctx, token: string): Promise<SavedSearch> {
  const savedId = readAlertToken(ctx, token);
  const found = savedId === undefined ? undefined : await findSaved(ctx, savedId);
  if (!found) throw new NotFound();
  return found;
}

/** Stops the letters about a saved search by the link in one of them, also for who is not signed in; refuses NotFound. */
export async function stopAlerts(ctx: Ctx, input: { token: string }): Promise<void> {
  const { savedId } = await getByAlertToken(ctx, input.token);
  await sql`update search.saved_searches set alerts = false where id = ${savedId}`.execute(ctx.db);
}
