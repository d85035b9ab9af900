import type { Ctx } from '#platform/context';
import { workLanguages } from '#catalogue';
import type { Plan } from '../analysis/types.ts';
import { inTitle, marks, noTier, quoted, tierSizes } from '../index/lexemes.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { turnOf } from '../ranking/newcomers.ts';
import { type NumberedTitle, readTitle, WordNumbers } from '../ranking/title-words.ts';
import { type RowConditions, rowConditions, type SearchFilters } from './filters.ts';
import { questionText, requiredGroups, type Scope } from './question-text.ts';
import { searchPool } from './search-pool.ts';

/** A service that answers the question, for the second phase of ranking. */
export interface Candidate {
  serviceId: string;
  quality: number;
  title: NumberedTitle;
  newcomer: boolean;
}

export interface Candidates {
  ranked: readonly Candidate[];
  newcomers: readonly Candidate[];
  /** Those of the words in their titles. */
  numbers: WordNumbers;
}

export interface CandidateQuestion {
  plan: Plan;
  dropped: ReadonlySet<number>;
  filters: SearchFilters;
  /** The share of all services that the filters leave. */
  share: number;
  knowledge: Knowledge;
}

/** So many of the best are ranked by their words; with filters fewer are there to be found. */
const MOST_RANKED = 200;
const MOST_FILTERED = 120;
/** With fewer titles than two pages those are asked that hold some words, then descriptions. */
const FEW_TITLES = 48;
const MOST_NEWCOMERS = 24;
/** How much less two words stand together than each alone, measured over generated catalogues. */
const TOGETHER = 0.6;
const MARGIN = 1.3;

/**
 * The best services whose title (or, when these are few, anything) answers the question, by quality;
 * and newcomers in the order of the hour. One statement, seldom two or three.
 */
export async function findCandidates(ctx: Ctx, question: CandidateQuestion): Promise<Candidates> {
  const limit = Object.keys(question.filters).length > 0 ? MOST_FILTERED : MOST_RANKED;
  const found: Row[] = [];
  let newcomers: Row[] = [];
  for (const scope of ['title', 'partly', 'anywhere'] as const) {
    const more = await bestOf(ctx, question, { scope, limit });
    const seen = new Set(found.map(({ serviceId }) => serviceId));
    found.push(...more.ranked.filter(({ serviceId }) => !seen.has(serviceId)));
    newcomers = [...newcomers, ...more.newcomers];
    if (found.length >= FEW_TITLES) break;
  }
  const numbers = new WordNumbers();
  const read = ({ titleWords, ...row }: Row): Candidate => ({
    ...row,
    title: readTitle(titleWords, numbers),
  });
  return { ranked: found.slice(0, limit).map(read), newcomers: newcomers.map(read), numbers };
}

/** A candidate as the database gives it. */
type Row = Omit<Candidate, 'title'> & { titleWords: string };

async function bestOf(
  ctx: Ctx,
  question: CandidateQuestion,
  given: { scope: Scope; limit: number },
): Promise<{ ranked: Row[]; newcomers: Row[] }> {
  let expected = expectedMatches(question, given.scope);
  let tier = tierFor(question.knowledge.total, expected, given.limit);
  let newcomers: Row[] | undefined;
  for (;;) {
    const found = await ask(ctx, question, { ...given, tier, withNewcomers: !newcomers });
    newcomers ??= found.newcomers;
    if (tier === noTier || found.ranked.length >= given.limit)
      return { ranked: found.ranked, newcomers };
    // What the tier held tells how many all of them hold; at least one tier further.
    const size = tierSizes[tier - 1] ?? 1;
    expected = (found.ranked.length * question.knowledge.total) / size;
    tier = Math.max(tier + 1, tierFor(question.knowledge.total, expected, given.limit));
  }
}

/** How many services the statistics let expect. */
export function expectedMatches(
  { plan, dropped, share, knowledge }: Omit<CandidateQuestion, 'filters'>,
  scope: Scope,
): number {
  const groups = requiredGroups(plan, dropped).map((index) =>
    (plan.groups[index]?.alternatives ?? []).reduce(
      (sum, { terms }) =>
        sum +
        Math.min(
          ...terms.map((term) => knowledge.documents(scope === 'title' ? inTitle(term) : term)),
        ),
      0,
    ),
  );
  const rarest = Math.min(...groups, knowledge.total);
  return rarest * (groups.length > 1 ? TOGETHER ** (groups.length - 1) : 1) * share;
}

function tierFor(total: number, expected: number, limit: number): number {
  const index = tierSizes.findIndex(
    (size) => size < total && (expected * size) / total >= MARGIN * limit,
  );
  return index === -1 ? noTier : index + 1;
}

async function ask(
  ctx: Ctx,
  question: CandidateQuestion,
  given: { scope: Scope; limit: number; tier: number; withNewcomers: boolean },
): Promise<{ ranked: Row[]; newcomers: Row[] }> {
  const conditions = rowConditions(question.filters, { firstValue: 3, languages: workLanguages });
  const { plan, dropped } = question;
  const textWith = (more: string[]) =>
    questionText(plan, {
      scope: given.scope,
      dropped,
      marks: [...conditions.lexemes, ...more.map(quoted)],
    });
  const best = textWith(given.tier === noTier ? [] : [marks.tier(given.tier)]);
  if (best === '') return { ranked: [], newcomers: [] };
  const fresh = given.withNewcomers && given.scope === 'title';
  const { rows } = await searchPool(ctx).query<Row>({
    text: fresh
      ? `(${bestSql(conditions)}) union all (${newcomersSql(conditions)})`
      : bestSql(conditions),
    values: [
      best,
      given.limit,
      ...conditions.values,
      ...(fresh ? [textWith([marks.newcomer]), turnOf(ctx.clock.now())] : []),
    ],
  });
  return {
    ranked: rows.filter(({ newcomer }) => !newcomer),
    newcomers: rows.filter(({ newcomer }) => newcomer),
  };
}

/** `offset 0` keeps the planner on the posting lists: it would rather walk the table for a broad word. */
function bestSql({ sql }: RowConditions): string {
  return `select service_id as "serviceId", quality, title_words as "titleWords", false as newcomer
    from (select service_id, quality, title_words, number from search.documents
      where words @@ $1::tsquery${sql} offset 0) as found
    order by quality desc, number desc limit $2`;
}

/** Any of them, in an order that changes with the hour. */
function newcomersSql({ sql, values }: RowConditions): string {
  const at = 3 + values.length;
  return `select service_id, quality, title_words, true
    from (select service_id, quality, title_words, number from search.documents
      where words @@ $${at}::tsquery${sql} offset 0) as found
    order by hashint4(number # $${at + 1}::integer) limit ${MOST_NEWCOMERS}`;
}
