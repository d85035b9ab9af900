import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import type { AiUse } from '../service.ts';
import { type CardJson, readCard, type ServiceCardData } from './card.ts';

/** A listed service with the texts it can be found by. */
export interface SearchableService {
  card: ServiceCardData;
  ratingScore: number;
  publishedAt: Date;
  description: string;
  tags: string[];
  languages: string[];
  aiUse: AiUse;
}

type SearchableRow = CardJson & {
  rating_score: number;
  published_at: Date;
  description: string;
  tags: string[];
  languages: string[];
  ai_use: AiUse;
};

const SEARCHABLE = `select c.*, s.description, s.tags, s.languages, s.ai_use
  from catalogue.service_cards c join catalogue.services s on s.id = c.service_id`;

/** For the search index: these services as they are listed now; those on no list are left out. */
export async function findSearchable(
  ctx: Ctx,
  serviceIds: readonly string[],
): Promise<SearchableService[]> {
  const { rows } = await ctx.pool.query<SearchableRow>({
    name: 'catalogue-searchable',
    text: `${SEARCHABLE} where c.service_id = any($1)`,
    values: [serviceIds.filter(isUuid)],
  });
  return rows.map(searchableOf);
}

/** The same for all listed services in the order of their ids, so many after the one given. */
export async function listSearchable(
  ctx: Ctx,
  given: { afterId: string | undefined; limit: number },
): Promise<SearchableService[]> {
  const { rows } = await ctx.pool.query<SearchableRow>({
    name: 'catalogue-all-searchable',
    text: `${SEARCHABLE} where c.service_id > $1 order by c.service_id limit $2`,
    values: [given.afterId ?? '00000000-0000-0000-0000-000000000000', given.limit],
  });
  return rows.map(searchableOf);
}

function searchableOf(row: SearchableRow): SearchableService {
  return {
    card: readCard(row),
    ratingScore: row.rating_score,
    publishedAt: row.published_at,
    description: row.description,
    tags: row.tags,
    languages: row.languages,
    aiUse: row.ai_use,
  };
}
