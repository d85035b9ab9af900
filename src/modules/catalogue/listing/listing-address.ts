import { cleanLine } from '#platform/i18n';
import type { ListingFilters } from './list-cards.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a list says: order, page, filters (cents and days). */
export interface ListingChoice<S extends string> extends ListingFilters {
  sort: S;
  page: number;
}

/** Reads `?sort=&price=&days=&page=`, the first sort being the usual one; what it does not know counts as not said. */
export function readListingChoice<S extends string>(
  query: Query,
  sorts: readonly [S, ...S[]],
): ListingChoice<S> {
  const sort = sorts.find((known) => known === queryText(query, 'sort')) ?? sorts[0];
  const dollars = wholeNumber(queryText(query, 'price'));
  const days = wholeNumber(queryText(query, 'days'));
  return {
    sort,
    page: wholeNumber(queryText(query, 'page')) ?? 1,
    ...(dollars !== undefined && dollars <= 1_000 ? { priceToMinor: BigInt(dollars) * 100n } : {}),
    ...(days !== undefined && days <= 365 ? { daysTo: days } : {}),
  };
}

/** One text of an address, made harmless; a repeated one counts once. */
export function queryText(query: Query, name: string): string {
  const value = query[name];
  const text = Array.isArray(value) ? value[0] : value;
  return cleanLine((text ?? '').slice(0, 500)).slice(0, 200);
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

export interface ListingPlace {
  path: string;
  /** The order that goes without saying. */
  usualSort: string;
  /** What else must stay in the address: the query. */
  extra?: Readonly<Record<string, string>>;
}

/** The address of a list with these choices; what is usual is left out. */
export function listingAddress(place: ListingPlace, choice: ListingChoice<string>): string {
  const query = new URLSearchParams(place.extra);
  if (choice.sort !== place.usualSort) query.set('sort', choice.sort);
  if (choice.priceToMinor !== undefined) query.set('price', String(choice.priceToMinor / 100n));
  if (choice.daysTo !== undefined) query.set('days', String(choice.daysTo));
  if (choice.page > 1) query.set('page', String(choice.page));
  const text = query.toString();
  return text === '' ? place.path : `${place.path}?${text}`;
}
