import {
  cardsOf,
  lastPage,
  type ListingCount,
  type ListingFilters,
  pageSize,
  type ServiceCardData,
} from '#catalogue';
import type { Ctx } from '#platform/context';
import { questionOf } from './fold-text.ts';

export type SearchSort = 'best' | 'newest' | 'sales' | 'rating' | 'price-up' | 'price-down';

export const searchSorts: readonly [SearchSort, ...SearchSort[]] = [
  'best',
  'sales',
  'newest',
  'rating',
  'price-up',
  'price-down',
];

export interface SearchQuery {
  text: string;
  filters: ListingFilters;
  sort: SearchSort;
  /** From 1, at most `lastPage`. */
  page: number;
}

export interface SearchResult {
  cards: ServiceCardData[];
  /** Of everything that matches the text, whatever the filters. */
  counts: ListingCount[];
}

/** Text first, then what others ordered; the same question always gets the same order. */
const ORDER: Readonly<Record<SearchSort, string>> = {
  best: 'rank desc, sales_count desc, number desc',
  newest: 'published_at desc, number desc',
  sales: 'sales_count desc, number desc',
  rating: 'rating_score desc, number desc',
  'price-up': 'price_minor, rank desc, number desc',
  'price-down': 'price_minor desc, rank desc, number desc',
};

/**
 * Listed services in which every word of the text begins a word: title before tags and category,
 * before the seller's name, before the description (SPEC 3). Nothing asked finds nothing.
 */
export async function searchServices(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  const question = questionOf(query.text);
  if (question === undefined || query.page < 1 || query.page > lastPage)
    return { cards: [], counts: [] };
  const { rows } = await ctx.pool.query<{
    ids: string[] | null;
    counts: [number, number, number][] | null;
  }>({
    name: `search-services-${query.sort}`,
    text: `with found as materialized (
        select service_id, number, price_minor, delivery_days, sales_count, rating_score,
          published_at, ts_rank('{0.05, 0.2, 0.5, 1}', words, question) as rank
        from search.documents, to_tsquery('simple', $1) as question where words @@ question)
      select
        (select array_agg(service_id) from (select service_id from found
          where price_minor <= $2 and delivery_days <= $3
          order by ${ORDER[query.sort]} limit ${pageSize} offset $4) as page) as ids,
        (select json_agg(json_build_array(price_minor, delivery_days, services)) from (
          select price_minor, delivery_days, count(*) as services from found group by 1, 2) as held) as counts`,
    values: [
      question,
      query.filters.priceToMinor ?? 9_007_199_254_740_991n,
      query.filters.daysTo ?? 32_767,
      (query.page - 1) * pageSize,
    ],
  });
  return {
    cards: await cardsOf(ctx, rows[0]?.ids ?? []),
    counts: (rows[0]?.counts ?? []).map(([priceMinor, deliveryDays, services]) => ({
      priceMinor: BigInt(priceMinor),
      deliveryDays,
      services,
    })),
  };
}
