import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { mostSaved, type SavedSearch } from './saved-search.ts';

const COLUMNS = sql.raw(
  `id as "savedId", member_id as "memberId", name, address, alerts, saved_at as "savedAt"`,
);

/** The acting member's saved searches, the newest first. */
export async function listSavedSearches(ctx: Ctx): Promise<SavedSearch[]> {
  const { rows } = await sql<SavedSearch>`select ${COLUMNS} from search.saved_searches
    where member_id = ${requireMember(ctx)} order by saved_at desc, id desc limit ${mostSaved}`.execute(
    ctx.db,
  );
  return rows;
}

/** The acting member's saved search of this address, if there is one; nobody's for a stranger. */
export async function findSavedAs(ctx: Ctx, address: string): Promise<string | undefined> {
  if (ctx.actor.kind !== 'member') return undefined;
  const { rows } = await sql<{ id: string }>`select id from search.saved_searches
    where member_id = ${ctx.actor.memberId} and address = ${address}`.execute(ctx.db);
  return rows[0]?.id;
}

/** A saved search of the acting member, locked; refuses NotFound what is another's. */
export async function lockOwnSaved(tx: Ctx, savedId: string): Promise<SavedSearch> {
  const memberId = requireMember(tx);
  const found = await findSaved(tx, savedId, sql`for update`);
  if (found?.memberId !== memberId) throw new NotFound();
  return found;
}

/** A saved search, whoever asks. */
export async function findSaved(
  ctx: Ctx,
  savedId: string,
  lock = sql``,
): Promise<SavedSearch | undefined> {
  if (!isUuid(savedId)) return undefined;
  const { rows } = await sql<SavedSearch>`select ${COLUMNS} from search.saved_searches
    where id = ${savedId} ${lock}`.execute(ctx.db);
  return rows[0];
}
