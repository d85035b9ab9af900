import type { Ctx } from '#platform/context';

/** The id of a published or paused service by its number; undefined for all others. */
export async function findPublishedId(ctx: Ctx, number: number): Promise<string | undefined> {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return undefined;
  const { rows } = await ctx.pool.query<{ id: string }>({
    name: 'catalogue-published-id',
    text: `select id from catalogue.services
      where number = $1 and state in ('published', 'paused')`,
    values: [number],
  });
  return rows[0]?.id;
}
