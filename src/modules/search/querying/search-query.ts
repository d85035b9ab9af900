import type { ListingCount, ServiceCardData } from '#catalogue';
import type { Facets } from './count-facets.ts';
import type { SearchFilters } from './filters.ts';

export type SearchSort = 'best' | 'newest' | 'sales' | 'rating' | 'price-up' | 'price-down';

export const searchSorts: readonly [SearchSort, ...SearchSort[]] = [
  'best',
  'sales',
  'newest',
  'rating',
  'price-up',
  'price-down',
];

/** The order that goes without saying. */
export const [usualSort] = searchSorts;

/** Nobody reads further; who came so far is better helped by a filter. */
export const mostShown = 1_000;

export interface SearchQuery {
  text: string;
  filters: SearchFilters;
  sort: SearchSort;
  /** From 1. */
  page: number;
  /** The person insists on what they typed: nothing is corrected. */
  asWritten?: boolean;
  /** False where nobody sees totals and filters: they are not counted. */
  counted?: boolean;
}

/** Why a found service looks as it does. */
export interface ShownService {
  /** Pieces of the title that answer the question, in UTF-16 units: from, to. */
  titleRanges: (readonly [from: number, to: number])[];
  /** It stands on a place for services whose figures are not known yet (SPEC 3.3). */
  newcomer: boolean;
}

export interface SearchResult {
  cards: ServiceCardData[];
  /** By service id. */
  shown: Map<string, ShownService>;
  /** All that passes the filters; not exact when it was counted on a sample. */
  total: number;
  exact: boolean;
  pageCount: number;
  facets: Facets;
  /** Of everything that answers the text, whatever the filters: how many at each price and delivery time. */
  counts: ListingCount[];
  /** What was searched for as well, and what was typed: always said. */
  correction: { shown: string; original: string } | undefined;
  /** Words that no service holds together with the others: these results do without them. */
  givenUp: string[];
  /** It took too long and was cut off; what is shown is not everything. */
  cutShort: boolean;
}
