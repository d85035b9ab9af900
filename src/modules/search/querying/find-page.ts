import { pageSize, workLanguages } from '#catalogue';
import type { Ctx } from '#platform/context';
import { rowConditions } from './filters.ts';
import { type CandidateQuestion, findCandidates } from './find-candidates.ts';
import { questionText } from './question-text.ts';
import { rankCandidates } from './rank-candidates.ts';
import { searchPool } from './search-pool.ts';
import type { SearchSort } from './search-query.ts';

/** Equal figures: the newest first, so that the same question always gets the same order. */
const ORDER: Readonly<Record<SearchSort, string>> = {
  best: 'quality desc, number desc',
  newest: 'published_at desc, number desc',
  sales: 'sales_count desc, number desc',
  rating: 'rating_score desc, number desc',
  'price-up': 'price_minor, quality desc, number desc',
  'price-down': 'price_minor desc, quality desc, number desc',
};

export interface FoundPage {
  serviceIds: string[];
  placed: Set<string>;
  /** All that answer, when these are so few that they were all read. */
  everything: number | undefined;
}

/** The services of one page, in order. Past the ranked ones the best order is quality alone. */
export async function findPage(
  ctx: Ctx,
  question: CandidateQuestion,
  view: { sort: SearchSort; page: number },
): Promise<FoundPage> {
  const start = (view.page - 1) * pageSize;
  if (view.sort !== 'best') {
    const rest = { sort: view.sort, offset: start, limit: pageSize, without: [] };
    return {
      serviceIds: await readSorted(ctx, question, rest),
      placed: new Set(),
      everything: undefined,
    };
  }
  const found = await findCandidates(ctx, question);
  const { order, placed } = rankCandidates(found, question, pageSize);
  const ids = order.map(({ serviceId }) => serviceId);
  const here = ids.slice(start, start + pageSize);
  if (here.length === pageSize || ids.length < FEW)
    return { serviceIds: here, placed, everything: ids.length < FEW ? ids.length : undefined };
  const rest = await readSorted(ctx, question, {
    sort: 'best',
    offset: Math.max(0, start - ids.length),
    limit: pageSize - here.length,
    without: ids,
  });
  return { serviceIds: [...here, ...rest], placed, everything: undefined };
}

/** Fewer candidates than this were not cut off. */
const FEW = 48;

async function readSorted(
  ctx: Ctx,
  { plan, dropped, filters }: CandidateQuestion,
  given: { sort: SearchSort; offset: number; limit: number; without: readonly string[] },
): Promise<string[]> {
  const conditions = rowConditions(filters, { firstValue: 5, languages: workLanguages });
  const text = questionText(plan, { scope: 'anywhere', dropped, marks: conditions.lexemes });
  if (text === '') return [];
  const { rows } = await searchPool(ctx).query<{ id: string }>({
    text: `select service_id as id from (select * from search.documents
        where words @@ $1::tsquery${conditions.sql} offset 0) as found
      where service_id <> all($2::uuid[]) order by ${ORDER[given.sort]} limit $3 offset $4`,
    values: [text, given.without, given.limit, given.offset, ...conditions.values],
  });
  return rows.map(({ id }) => id);
}
