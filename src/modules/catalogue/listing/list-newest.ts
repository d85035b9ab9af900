import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';

/** A listed service as somebody who follows a list is told of it. */
export interface NewService {
  serviceId: string;
  number: number;
  title: string;
  description: string;
  priceMinor: bigint;
  deliveryDays: number;
  sellerName: string;
  coverFileId: string | null;
  publishedAt: Date;
}

const MOST = 30;

const SCOPES = {
  all: '$1::text is not null',
  group: 'c.group_key = $1',
  leaf: 'c.leaf_key = $1',
  seller: 'c.seller_id = $1::uuid',
  services: 'c.service_id = any($1::uuid[])',
} as const;

/** Which list is followed: one of these, or all services. */
export interface NewestScope {
  groupKey?: string;
  leafKey?: string;
  sellerId?: string;
  serviceIds?: readonly string[];
}

/** The newest listed services of a list with their texts, at most 30. */
export async function listNewest(ctx: Ctx, scope: NewestScope): Promise<NewService[]> {
  const [kind, value] = scopeOf(scope);
  const { rows } = await ctx.pool.query<NewService>({
    name: `catalogue-newest-${kind}`,
    text: `select c.service_id as "serviceId", c.number, c.title, s.description,
        c.price_minor as "priceMinor", c.delivery_days as "deliveryDays",
        c.seller_name as "sellerName", c.cover_file_id as "coverFileId",
        c.published_at as "publishedAt"
      from catalogue.service_cards c join catalogue.services s on s.id = c.service_id
      where ${SCOPES[kind]} order by c.published_at desc, c.number desc limit ${MOST}`,
    values: [value],
  });
  return rows;
}

function scopeOf(scope: NewestScope): [keyof typeof SCOPES, string | string[]] {
  if (scope.serviceIds) return ['services', scope.serviceIds.filter(isUuid).slice(0, MOST)];
  if (scope.sellerId !== undefined) return ['seller', scope.sellerId];
  if (scope.leafKey !== undefined) return ['leaf', scope.leafKey];
  if (scope.groupKey !== undefined) return ['group', scope.groupKey];
  return ['all', ''];
}
