import { formValues } from '#platform/http';
import type { ListingSort } from '../listing/list-cards.ts';
import { listingSorts } from '../listing/list-cards.ts';

/** What the address of a list says; cents and days. */
export interface ListingChoice {
  sort: ListingSort;
  page: number;
  priceToMinor?: number;
  daysTo?: number;
}

export const dayChoices = [1, 2, 3, 7, 14] as const;

/** Reads `?sort=&price=&days=&page=`; whatever it does not know counts as not said. */
export function readListingChoice(
  query: Record<string, string | string[] | undefined>,
): ListingChoice {
  const values = formValues(query);
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const sort = listingSorts.find((known) => known === text('sort')) ?? 'sales';
  const dollars = wholeNumber(text('price'));
  const days = wholeNumber(text('days'));
  return {
    sort,
    page: Math.max(1, wholeNumber(text('page')) ?? 1),
    ...(dollars !== undefined && dollars <= 1_000 ? { priceToMinor: dollars * 100 } : {}),
    ...(days !== undefined && days <= 365 ? { daysTo: days } : {}),
  };
}

function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** The address of a list with these choices; what is usual is left out. */
export function listingAddress(
  path: string,
  choice: ListingChoice,
  extra: Record<string, string> = {},
): string {
  const query = new URLSearchParams(extra);
  if (choice.sort !== 'sales') query.set('sort', choice.sort);
  if (choice.priceToMinor !== undefined) query.set('price', String(choice.priceToMinor / 100));
  if (choice.daysTo !== undefined) query.set('days', String(choice.daysTo));
  if (choice.page > 1) query.set('page', String(choice.page));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
