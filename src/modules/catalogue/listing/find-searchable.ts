import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type CardJson, readCard, type ServiceCardData } from './card.ts';

/** A listed service with the texts it can be found by. */
export interface SearchableService {
  card: ServiceCardData;
  ratingScore: number;
  publishedAt: Date;
  description: string;
  tags: string[];
}

/** For the search index: the service as it is listed now; undefined when it is on no list. */
export async function findSearchable(
  ctx: Ctx,
  serviceId: string,
): Promise<SearchableService | undefined> {
  if (!isUuid(serviceId)) return undefined;
  const { rows } = await ctx.pool.query<
    CardJson & { rating_score: number; published_at: Date; description: string; tags: string[] }
  >({
    name: 'catalogue-searchable',
    text: `select c.*, s.description, s.tags from catalogue.service_cards c
      join catalogue.services s on s.id = c.service_id where c.service_id = $1`,
    values: [serviceId],
  });
  const row = rows[0];
  if (!row) return undefined;
  return {
    card: readCard(row),
    ratingScore: row.rating_score,
    publishedAt: row.published_at,
    description: row.description,
    tags: row.tags,
  };
}
