import type { Ctx } from '#platform/context';

/** How many services are listed in each group and leaf, by its key; '' is all of them. */
export async function countScopes(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await ctx.pool.query<{ scope: string; services: number }>({
    name: 'catalogue-scope-counts',
    text: 'select scope, sum(services)::int as services from catalogue.listing_counts group by scope',
  });
  return new Map(rows.map((row) => [row.scope, row.services]));
}
