import type { Ctx } from '#platform/context';
import { addMs, DAY_MS } from '#platform/time';
import { sql } from 'kysely';

const DAYS = 30;
const MOST = 30;

/** A question that went wrong, how often in thirty days. */
export interface MissedQuestion {
  shown: string;
  asked: number;
  foundNothing: boolean;
}

/** A word of questions that neither the lexicon nor any service holds. */
export interface UnknownWord {
  word: string;
  asked: number;
}

/** The most frequent questions without results and words nobody knows, of the last thirty days. */
export async function listMissed(
  ctx: Ctx,
): Promise<{ questions: MissedQuestion[]; words: UnknownWord[] }> {
  const since = addMs(ctx.clock.now(), -DAYS * DAY_MS);
  const [questions, words] = await Promise.all([
    sql<MissedQuestion>`select max(shown) as shown, sum(asked)::integer as asked,
        bool_and(found_nothing) as "foundNothing"
      from search.missed_questions where day >= ${since}::date
      group by question order by sum(asked) desc, question limit ${MOST}`.execute(ctx.db),
    sql<UnknownWord>`select word, sum(asked)::integer as asked
      from search.missed_questions, unnest(unknown) as word where day >= ${since}::date
      group by word order by sum(asked) desc, word limit ${MOST}`.execute(ctx.db),
  ]);
  return { questions: questions.rows, words: words.rows };
}

/** Forgets what is older than ninety days. */
export async function forgetMissed(ctx: Ctx): Promise<void> {
  const old = addMs(ctx.clock.now(), -90 * DAY_MS);
  await sql`delete from search.missed_questions where day < ${old}::date`.execute(ctx.db);
}
