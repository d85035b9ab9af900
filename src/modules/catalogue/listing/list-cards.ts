import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type CardJson, cardColumns, readCard, type ServiceCardData } from './card.ts';

/** Orders of a list; each is one walk of an index (SPEC 3.2). */
export type ListingSort = 'newest' | 'sales' | 'rating' | 'price-up' | 'price-down';

export const listingSorts: readonly [ListingSort, ...ListingSort[]] = [
  'sales',
  'newest',
  'rating',
  'price-up',
  'price-down',
];

/** Among equal prices the newest stand first going up, and last going down: the same index, read backwards. */
const ORDER: Readonly<Record<ListingSort, string>> = {
  newest: 'published_at desc, number desc',
  sales: 'sales_count desc, number desc',
  rating: 'rating_score desc, number desc',
  'price-up': 'price_minor, number desc',
  'price-down': 'price_minor desc, number',
};

export interface ListingScope {
  groupKey?: string;
  leafKey?: string;
}

export interface ListingFilters {
  /** At most so much, in cents. */
  priceToMinor?: bigint;
  /** Delivered within so many days. */
  daysTo?: number;
}

export interface ListingQuery extends ListingScope, ListingFilters {
  sort: ListingSort;
  /** From 1. */
  page: number;
}

/** How many listed services the scope has at a price and delivery time. */
export interface ListingCount {
  priceMinor: bigint;
  deliveryDays: number;
  services: number;
}

export const pageSize = 24;

/** Pages past this are not read: a person who came so far is better helped by a filter. */
export const lastPage = 50;

/** A page of cards with the exact counts of its scope, in one round trip. */
export async function listPage(
  ctx: Ctx,
  query: ListingQuery,
): Promise<{ cards: ServiceCardData[]; counts: ListingCount[] }> {
  const { where, values, name } = conditions(query);
  const at = values.length;
  const { rows } = await ctx.pool.query<{
    cards: CardJson[] | null;
    counts: [number, number, number][] | null;
  }>({
    name: `catalogue-page-${name}-${query.sort}`,
    text: `select
        (select json_agg(card) from (select ${cardColumns} from catalogue.service_cards ${where}
          order by ${ORDER[query.sort]} limit ${pageSize} offset $${at + 1}) as card) as cards,
        (select json_agg(json_build_array(price_minor, delivery_days, services))
          from catalogue.listing_counts where scope = $${at + 2} and services > 0) as counts`,
    values: [...values, (query.page - 1) * pageSize, query.leafKey ?? query.groupKey ?? ''],
  });
  return {
    cards: (rows[0]?.cards ?? []).map(readCard),
    counts: (rows[0]?.counts ?? []).map(([priceMinor, deliveryDays, services]) => ({
      priceMinor: BigInt(priceMinor),
      deliveryDays,
      services,
    })),
  };
}

/** The first cards of a scope, for a shelf on another page; at most 24. */
export async function listCards(
  ctx: Ctx,
  query: ListingScope & { sort: ListingSort; limit: number },
): Promise<ServiceCardData[]> {
  const { where, values, name } = conditions(query);
  const { rows } = await ctx.pool.query<CardJson>({
    name: `catalogue-shelf-${name}-${query.sort}`,
    text: `select ${cardColumns} from catalogue.service_cards ${where}
      order by ${ORDER[query.sort]} limit $${values.length + 1}`,
    values: [...values, Math.min(query.limit, pageSize)],
  });
  return rows.map(readCard);
}

/** The cards of these services that are listed, in the order of the ids. */
export async function cardsOf(ctx: Ctx, serviceIds: readonly string[]): Promise<ServiceCardData[]> {
  const ids = serviceIds.filter(isUuid).slice(0, 100);
  if (ids.length === 0) return [];
  const { rows } = await ctx.pool.query<CardJson>({
    name: 'catalogue-cards-of',
    text: `select ${cardColumns} from catalogue.service_cards where service_id = any($1)`,
    values: [ids],
  });
  const byId = new Map(rows.map((row) => [row.service_id, readCard(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The listed services of a seller, the most ordered first; at most 60. */
export async function listSellerCards(ctx: Ctx, sellerId: string): Promise<ServiceCardData[]> {
  const { rows } = await ctx.pool.query<CardJson>({
    name: 'catalogue-seller-cards',
    text: `select ${cardColumns} from catalogue.service_cards where seller_id = $1
      order by sales_count desc, number desc limit 60`,
    values: [sellerId],
  });
  return rows.map(readCard);
}

function conditions(query: ListingScope & ListingFilters) {
  const parts: string[] = [];
  const values: (string | number | bigint)[] = [];
  const names: string[] = [];
  const add = (name: string, condition: string, value: string | number | bigint) => {
    values.push(value);
    names.push(name);
    parts.push(condition.replace('?', `$${values.length}`));
  };
  if (query.leafKey !== undefined) add('leaf', 'leaf_key = ?', query.leafKey);
  else if (query.groupKey !== undefined) add('group', 'group_key = ?', query.groupKey);
  if (query.priceToMinor !== undefined) add('price', 'price_minor <= ?', query.priceToMinor);
  if (query.daysTo !== undefined) add('days', 'delivery_days <= ?', query.daysTo);
  const where = parts.length > 0 ? `where ${parts.join(' and ')}` : '';
  return { where, values, name: names.join('-') || 'all' };
}
