import { cardsOf, categories, pageSize, workLanguages } from '#catalogue';
import type { Ctx } from '#platform/context';
import { isSqlState } from '#platform/db';
import type { Plan } from '../analysis/types.ts';
import { type Knowledge, knowledgeOf } from '../knowledge/knowledge.ts';
import { type LeafCodes, leafCodes } from '../knowledge/leaf-codes.ts';
import { doubtQuery } from '../planning/plan-query.ts';
import { countFacets } from './count-facets.ts';
import { languageBit, levelNumber, type SearchFilters } from './filters.ts';
import { type FoundPage, findPage } from './find-page.ts';
import { findTraits } from './find-traits.ts';
import { turnOf } from '../ranking/newcomers.ts';
import { askTables } from '../tables/ask-tables.ts';
import { tablesOf } from '../tables/held-tables.ts';
import { highlight } from './highlight.ts';
import { requiredGroups } from './question-text.ts';
import { readable, readPlan } from './read-plan.ts';
import { mostShown, type SearchQuery, type SearchResult } from './search-query.ts';
import {
  type NumberedFilters,
  numberFilters,
  readTraits,
  shareWithin,
  type Traits,
} from './traits.ts';

const MOST_GIVEN_UP = 6;
const CANCELED = '57014';

/**
 * The services that answer a question, a page of them, with what the filters would leave of all
 * (SPEC 3). Nothing asked finds nothing; what nobody holds together is asked again with fewer words.
 */
export async function searchServices(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  const [knowledge, tree, codes] = await Promise.all([
    knowledgeOf(ctx),
    categories(ctx),
    leafCodes(ctx, []),
  ]);
  const numbered = numberedFilters(query.filters, { tree, codes });
  const found = await askUntilFound(ctx, { knowledge, query, numbered });
  const { plan } = found;
  const { facets, total, counts } = countFacets(found.traits, numbered, {
    tree,
    leafKey: (code) => codes.keyOf.get(code),
    languages: workLanguages,
  });
  const all = found.page.everything ?? Math.max(total, found.page.serviceIds.length);
  const cards = await cardsOf(ctx, found.page.serviceIds);
  return {
    cards,
    shown: new Map(
      cards.map((card) => [
        card.serviceId,
        {
          titleRanges: highlight(plan, knowledge.analyseTitle(card.title)),
          newcomer: found.page.placed.has(card.serviceId),
        },
      ]),
    ),
    total: all,
    exact: found.traits.scale === 1 || found.page.everything !== undefined,
    pageCount: Math.ceil(Math.min(all, mostShown) / pageSize),
    facets,
    counts,
    correction: plan.correction,
    givenUp: [...found.dropped]
      .sort((one, other) => one - other)
      .map((index) => wordsOf(plan, index)),
    cutShort: found.cutShort,
  };
}

interface Asked {
  knowledge: Knowledge;
  query: SearchQuery;
  numbered: NumberedFilters;
}

interface Found {
  plan: Plan;
  page: FoundPage;
  traits: Traits;
  dropped: Set<number>;
  cutShort: boolean;
}

/** As it stands; then with its words doubted; then with ever fewer of them. */
async function askUntilFound(ctx: Ctx, asked: Asked): Promise<Found> {
  const plan = readPlan(asked.knowledge, asked.query);
  const found = await askOnce(ctx, asked, { plan, dropped: new Set() });
  if (isSomething(found)) return found;
  const doubted = asked.query.asWritten
    ? undefined
    : doubtQuery(asked.knowledge, readable(asked.query.text));
  if (doubted) {
    const meant = await askOnce(ctx, asked, { plan: doubted, dropped: new Set() });
    if (isSomething(meant)) return meant;
  }
  const dropped = new Set<number>();
  for (const index of plan.relaxOrder.slice(0, MOST_GIVEN_UP)) {
    dropped.add(index);
    if (requiredGroups(plan, dropped).length === 0) break;
    const fewer = await askOnce(ctx, asked, { plan, dropped });
    if (isSomething(fewer)) return fewer;
  }
  return found;
}

function isSomething({ traits, page, cutShort }: Found): boolean {
  return traits.words.length > 0 || page.serviceIds.length > 0 || cutShort;
}

async function askOnce(
  ctx: Ctx,
  { knowledge, query, numbered }: Asked,
  given: { plan: Plan; dropped: ReadonlySet<number> },
): Promise<Found> {
  const { plan } = given;
  const dropped = new Set(given.dropped);
  const nothing: FoundPage = { serviceIds: [], placed: new Set(), everything: undefined };
  const uncounted = readTraits(null, 1);
  const tooFar = query.page < 1 || (query.page - 1) * pageSize >= mostShown;
  if (tooFar || requiredGroups(plan, dropped).length === 0)
    return { plan, page: nothing, traits: uncounted, dropped, cutShort: false };
  const tables = tablesOf(ctx);
  if (tables) {
    const found = askTables(
      tables,
      { plan, dropped, filters: numbered },
      {
        sort: query.sort,
        page: query.page,
        counted: query.counted !== false,
        turn: turnOf(ctx.clock.now()),
      },
    );
    return { plan, ...found, dropped, cutShort: false };
  }
  const share = shareWithin(knowledge.sample, numbered);
  const question = { plan, dropped, filters: query.filters, share, knowledge };
  const [page, traits] = await Promise.all([
    inTime(findPage(ctx, question, query), nothing),
    inTime(
      query.counted === false ? Promise.resolve(uncounted) : findTraits(ctx, question),
      uncounted,
    ),
  ]);
  const cutShort = page.late || traits.late;
  return { plan, page: page.value, traits: traits.value, dropped, cutShort };
}

async function inTime<T>(work: Promise<T>, otherwise: T): Promise<{ value: T; late: boolean }> {
  try {
    return { value: await work, late: false };
  } catch (error) {
    if (!isSqlState(error, CANCELED)) throw error;
    return { value: otherwise, late: true };
  }
}

function numberedFilters(
  filters: SearchFilters,
  { tree, codes }: { tree: Awaited<ReturnType<typeof categories>>; codes: LeafCodes },
): NumberedFilters {
  const { leafKey, groupKey, language, levelFrom } = filters;
  const leaves =
    leafKey !== undefined
      ? [leafKey]
      : groupKey !== undefined
        ? (tree.groupOf(groupKey)?.leaves ?? []).map(({ key }) => key)
        : undefined;
  return numberFilters(filters, {
    leafCodes: leaves && new Set(leaves.flatMap((key) => codes.codeOf.get(key) ?? [])),
    languageBit: language === undefined ? 0 : languageBit(language, workLanguages),
    level: levelFrom === undefined ? 0 : levelNumber(levelFrom),
  });
}

function wordsOf(plan: Plan, index: number): string {
  const [from, to] = plan.groups[index]?.tokenSpan ?? [0, 0];
  return plan.tokens
    .slice(from, to)
    .map(({ surface }) => surface)
    .join(' ');
}
