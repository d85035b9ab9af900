import { cardsOf, categories, pageSize, workLanguages } from '#catalogue';
import type { Ctx } from '#platform/context';
import { isSqlState } from '#platform/db';
import type { Plan } from '../analysis/types.ts';
import { type Knowledge, knowledgeOf } from '../knowledge/knowledge.ts';
import { type LeafCodes, leafCodes } from '../knowledge/leaf-codes.ts';
import { planQuery } from '../planning/plan-query.ts';
import { countFacets } from './count-facets.ts';
import { languageBit, levelNumber, type SearchFilters } from './filters.ts';
import { type FoundPage, findPage } from './find-page.ts';
import { findTraits } from './find-traits.ts';
import { highlight } from './highlight.ts';
import { requiredGroups } from './question-text.ts';
import { mostShown, type SearchQuery, type SearchResult } from './search-query.ts';
import {
  type NumberedFilters,
  numberFilters,
  readTraits,
  shareWithin,
  type Traits,
} from './traits.ts';

const LONGEST = 200;
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
  const plan = readPlan(knowledge, query);
  const numbered = numberedFilters(query.filters, { tree, codes });
  const found = await askUntilFound(ctx, { plan, knowledge, query, numbered });
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
          titleRanges: highlight(plan, knowledge.analyse(card.title)),
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
  plan: Plan;
  knowledge: Knowledge;
  query: SearchQuery;
  numbered: NumberedFilters;
}

interface Found {
  page: FoundPage;
  traits: Traits;
  dropped: Set<number>;
  cutShort: boolean;
}

async function askUntilFound(ctx: Ctx, asked: Asked): Promise<Found> {
  const dropped = new Set<number>();
  const order = asked.plan.relaxOrder.slice(0, MOST_GIVEN_UP);
  for (;;) {
    const found = await askOnce(ctx, asked, dropped);
    if (found.traits.words.length > 0 || found.page.serviceIds.length > 0 || found.cutShort)
      return found;
    const next = order.find((index) => !dropped.has(index));
    if (next === undefined || requiredGroups(asked.plan, dropped).length <= 1)
      return { ...found, dropped: new Set() };
    dropped.add(next);
  }
}

async function askOnce(ctx: Ctx, asked: Asked, given: ReadonlySet<number>): Promise<Found> {
  const { plan, knowledge, query, numbered } = asked;
  const dropped = new Set(given);
  const nothing: FoundPage = { serviceIds: [], placed: new Set(), everything: undefined };
  if (
    requiredGroups(plan, dropped).length === 0 ||
    query.page < 1 ||
    query.page * pageSize > mostShown + pageSize
  )
    return { page: nothing, traits: readTraits(null, 1), dropped, cutShort: false };
  const share = shareWithin(knowledge.sample, numbered);
  const question = { plan, dropped, filters: query.filters, share, knowledge };
  const [page, traits] = await Promise.all([
    inTime(findPage(ctx, question, query), nothing),
    inTime(findTraits(ctx, question), readTraits(null, 1)),
  ]);
  return {
    page: page.value,
    traits: traits.value,
    dropped,
    cutShort: page.late || traits.late,
  };
}

async function inTime<T>(work: Promise<T>, otherwise: T): Promise<{ value: T; late: boolean }> {
  try {
    return { value: await work, late: false };
  } catch (error) {
    if (!isSqlState(error, CANCELED)) throw error;
    return { value: otherwise, late: true };
  }
}

function readPlan(knowledge: Knowledge, { text, asWritten }: SearchQuery): Plan {
  const plan = planQuery(knowledge, text.slice(0, LONGEST).toWellFormed());
  if (!asWritten || !plan.correction) return plan;
  const groups = plan.groups.map((group) => ({
    ...group,
    alternatives: group.alternatives.filter(({ reading }) => reading !== 'correction'),
  }));
  const { correction: _correction, ...rest } = plan;
  return { ...rest, groups };
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
