import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { RatedSuggestion } from './rank-suggestions.ts';

const MOST = 5_000;

/** Sellers that somebody may look for by name: those with most orders. */
export async function listTopSellers(ctx: Ctx): Promise<RatedSuggestion[]> {
  const { rows } = await sql<{ name: string; handle: string; services: number; sales: number }>`
    select max(seller_name) as name, max(seller_handle) as handle, count(*)::integer as services,
      sum(sales_count)::integer as sales
    from catalogue.service_cards group by seller_id having sum(sales_count) > 0
    order by 4 desc limit ${MOST}`.execute(ctx.db);
  return rows.flatMap(({ name, handle, services }) =>
    [name, handle].map((label) => ({
      kind: 'seller',
      label,
      target: handle,
      services,
      weight: services,
    })),
  );
}
