import { type CategoryTree, queryText, workLanguages } from '#catalogue';
import { type Level, levels } from '#trust';
import type { SearchFilters } from '../querying/filters.ts';
import { type SearchSort, searchSorts } from '../querying/search-query.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the search page says. */
export interface SearchChoice {
  text: string;
  filters: SearchFilters;
  sort: SearchSort;
  /** From 1. */
  page: number;
  /** The person insists on what they typed. */
  asWritten: boolean;
}

export const longestQuestion = 120;
const MOST_DOLLARS = 10_000;
const MOST_DAYS = 365;
const [usualSort] = searchSorts;
/** Hundredths by how they stand in the address. */
const RATINGS: Readonly<Record<string, number>> = { '4': 400, '4.5': 450, '4.8': 480 };

/** Reads an address (`?q=&category=&from=&price=&days=&rating=&level=&language=&ai=&online=&sort=&page=`); what it does not know counts as not said. */
export function readSearchChoice(query: Query, tree: CategoryTree): SearchChoice {
  return {
    text: questionOf(query),
    filters: filtersOf(query, tree),
    sort: searchSorts.find((known) => known === queryText(query, 'sort')) ?? usualSort,
    page: wholeNumber(queryText(query, 'page'), 100_000) ?? 1,
    asWritten: queryText(query, 'exact') === '1',
  };
}

/** The words asked for, made harmless. */
export function questionOf(query: Query): string {
  return queryText(query, 'q').slice(0, longestQuestion).toWellFormed().trim();
}

function filtersOf(query: Query, tree: CategoryTree): SearchFilters {
  const text = (name: string) => queryText(query, name);
  const place = tree.bySlug(text('category'));
  const from = wholeNumber(text('from'), MOST_DOLLARS);
  const to = wholeNumber(text('price'), MOST_DOLLARS);
  const days = wholeNumber(text('days'), MOST_DAYS);
  const rating = Object.hasOwn(RATINGS, text('rating')) ? RATINGS[text('rating')] : undefined;
  const level = levels.find((one): one is Level => one === text('level') && one !== 'new');
  const language = workLanguages.find((one) => one === text('language'));
  return {
    ...(place?.leaf ? { leafKey: place.leaf.key } : place ? { groupKey: place.group.key } : {}),
    ...(from === undefined ? {} : { priceFromMinor: BigInt(from) * 100n }),
    ...(to === undefined ? {} : { priceToMinor: BigInt(to) * 100n }),
    ...(days === undefined ? {} : { daysTo: days }),
    ...(rating === undefined ? {} : { ratingFrom: rating }),
    ...(level === undefined ? {} : { levelFrom: level }),
    ...(language === undefined ? {} : { language }),
    ...(text('ai') === 'none' ? { aiFree: true } : {}),
    ...(text('online') === '1' ? { online: true } : {}),
  };
}

function wholeNumber(text: string, most: number): number | undefined {
  const digits = text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
  if (!/^[1-9]\d{0,5}$/.test(digits)) return undefined;
  return Number(digits) <= most ? Number(digits) : undefined;
}

/** A rating in hundredths as the address writes it. */
export function ratingInAddress(hundredths: number): string {
  return String(hundredths / 100);
}

/** The address of what was chosen, always in the same order; what is usual is left out. */
export function searchAddress(choice: SearchChoice, tree: CategoryTree): string {
  const { filters, sort, page } = choice;
  const pairs: [name: string, value: string | undefined][] = [
    ['q', choice.text],
    ['category', categorySlug(filters, tree)],
    ['from', dollars(filters.priceFromMinor)],
    ['price', dollars(filters.priceToMinor)],
    ['days', filters.daysTo?.toString()],
    ['rating', filters.ratingFrom === undefined ? undefined : ratingInAddress(filters.ratingFrom)],
    ['level', filters.levelFrom],
    ['language', filters.language],
    ['ai', filters.aiFree ? 'none' : undefined],
    ['online', filters.online ? '1' : undefined],
    ['exact', choice.asWritten ? '1' : undefined],
    ['sort', sort === usualSort ? undefined : sort],
    ['page', page > 1 ? String(page) : undefined],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of pairs) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? '/search' : `/search?${text}`;
}

/** The slug of the chosen category, if one is chosen. */
export function categorySlug(filters: SearchFilters, tree: CategoryTree): string | undefined {
  if (filters.leafKey !== undefined) return tree.leafOf(filters.leafKey)?.slug;
  return filters.groupKey === undefined ? undefined : tree.groupOf(filters.groupKey)?.slug;
}

function dollars(minor: bigint | undefined): string | undefined {
  return minor === undefined ? undefined : String(minor / 100n);
}
