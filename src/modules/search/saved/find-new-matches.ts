import { categories, workLanguages } from '#catalogue';
import type { Ctx } from '#platform/context';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { rowConditions } from '../querying/filters.ts';
import { questionText } from '../querying/question-text.ts';
import { readPlan } from '../querying/read-plan.ts';
import { readSearchChoice } from '../asking/search-choice.ts';
import { searchPool } from '../querying/search-pool.ts';

/** More is told as a number. */
const MOST_NEW = 50;

/** Of the given services those that answer a saved address and came after `since`, the newest first; never the member's own. */
export async function findNewMatches(
  ctx: Ctx,
  given: { address: string; memberId: string; since: Date; among: readonly string[] },
): Promise<string[]> {
  const [knowledge, tree] = await Promise.all([knowledgeOf(ctx), categories(ctx)]);
  const query = Object.fromEntries(new URLSearchParams(given.address.split('?')[1] ?? ''));
  const choice = readSearchChoice(query, tree);
  const plan = readPlan(knowledge, choice);
  const conditions = rowConditions(choice.filters, { firstValue: 5, languages: workLanguages });
  const text = questionText(plan, { scope: 'anywhere', marks: conditions.lexemes });
  if (text === '') return [];
  const { rows } = await searchPool(ctx).query<{ id: string }>({
    // Few rows by their key; the question is a condition on them.
    text: `select service_id as id from (select * from search.documents
        where service_id = any($1::uuid[]) offset 0) as fresh
      where words @@ $2::tsquery and published_at > $3 and seller_id <> $4${conditions.sql}
      order by published_at desc, number desc limit ${MOST_NEW}`,
    values: [given.among, text, given.since, given.memberId, ...conditions.values],
  });
  return rows.map(({ id }) => id);
}
