import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

const DAYS_MS = 14 * 86_400_000;
/** Below this it may be one person's own search. */
const ASKED_BY_SEVERAL = 5;

/** What was asked most in two weeks, at most `limit`; nothing that only a few asked. */
export async function popularQuestions(ctx: Ctx, limit: number): Promise<string[]> {
  const since = new Date(ctx.clock.now().getTime() - DAYS_MS);
  const { rows } = await sql<{ shown: string }>`
    select max(shown) as shown from search.popular_questions
    where day >= ${since}::date and services > 0
    group by question having sum(asked) >= ${ASKED_BY_SEVERAL}
    order by sum(asked) desc, question limit ${limit}`.execute(ctx.db);
  return rows.map(({ shown }) => shown);
}
