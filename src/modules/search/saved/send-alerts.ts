import { cardsOf } from '#catalogue';
import { type Ctx, inTransaction } from '#platform/context';
import { addMs, DAY_MS, MINUTE_MS } from '#platform/time';
import { sql } from 'kysely';
import { findNewMatches } from './find-new-matches.ts';
import { nextAfterLetterMs, nextAfterNothingMs } from './saved-search.ts';

const BATCH = 100;
const MOST_BATCHES = 50;
const MOST_FRESH = 5_000;
/** Who was not looked at for longer hears of the last week only. */
const LONGEST_BACK_MS = 8 * DAY_MS;
/** So long a service may take to be found. */
const SETTLED_MS = 2 * MINUTE_MS;
const TITLES = 5;

/** What there is to tell a member about one saved search. */
export interface NewMatches {
  savedId: string;
  memberId: string;
  name: string;
  address: string;
  count: number;
  /** Of the newest few. */
  titles: string[];
  /** The look that found it. */
  dueAt: Date;
}

interface DueSearch extends Omit<NewMatches, 'count' | 'titles'> {
  lookedAt: Date;
}

/**
 * Looks at the saved searches that are due for services published since they were last looked at, and
 * hands what it finds to `tell`, inside the transaction that moves the search on: told once, at most
 * once a day a search. At most 5,000 searches a run. Returns how many were told.
 */
export async function sendAlerts(
  ctx: Ctx,
  tell: (
    tx: Parameters<Parameters<typeof inTransaction>[1]>[0],
    found: NewMatches,
  ) => Promise<void>,
): Promise<number> {
  let told = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const now = ctx.clock.now();
    const { rows: due } = await sql<DueSearch>`
      select id as "savedId", member_id as "memberId", name, address, looked_at as "lookedAt", due_at as "dueAt"
      from search.saved_searches where alerts and due_at <= ${now} order by due_at, id limit ${BATCH}`.execute(
      ctx.db,
    );
    if (due.length === 0) return told;
    const until = addMs(now, -SETTLED_MS);
    const oldest = due.reduce(
      (least, one) => Math.min(least, one.lookedAt.getTime()),
      now.getTime(),
    );
    const since = new Date(Math.max(oldest, now.getTime() - LONGEST_BACK_MS));
    const among = await publishedBetween(ctx, since, until);
    for (const search of due) {
      const ids =
        among.length === 0
          ? []
          : await findNewMatches(ctx, { ...search, since: search.lookedAt, among });
      if (await moveOn(ctx, { search, ids, until }, tell)) told += 1;
    }
  }
  return told;
}

async function publishedBetween(ctx: Ctx, since: Date, until: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select service_id as id from search.documents
    where published_at > ${since} and published_at <= ${until}
    order by published_at desc limit ${MOST_FRESH}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Moves a search on to its next look and tells what was found; nothing when somebody was faster. */
async function moveOn(
  ctx: Ctx,
  given: { search: DueSearch; ids: readonly string[]; until: Date },
  tell: Parameters<typeof sendAlerts>[1],
): Promise<boolean> {
  const { search, ids, until } = given;
  const cards = ids.length === 0 ? [] : await cardsOf(ctx, ids.slice(0, TITLES));
  return inTransaction(ctx, async (tx) => {
    const next = addMs(tx.clock.now(), ids.length > 0 ? nextAfterLetterMs : nextAfterNothingMs);
    const { numAffectedRows } = await sql`update search.saved_searches
      set looked_at = greatest(looked_at, ${until}), due_at = ${next}
      where id = ${search.savedId} and due_at = ${search.dueAt} and alerts`.execute(tx.db);
    if (numAffectedRows !== 1n || ids.length === 0) return false;
    await tell(tx, { ...search, count: ids.length, titles: cards.map(({ title }) => title) });
    return true;
  });
}
