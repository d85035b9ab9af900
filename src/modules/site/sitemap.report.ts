import type { Ctx } from '#platform/context';

/** Services a part of the site map holds: numbers 1-5,000, 5,001-10,000, … */
const servicesAPart = 5_000;
const MOST_SELLERS = 45_000;

/** How many parts the published services need. */
export async function countServiceParts(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.pool.query<{ highest: number | null }>(
    'select max(number) as highest from catalogue.service_cards',
  );
  return Math.ceil((rows[0]?.highest ?? 0) / servicesAPart);
}

export interface MappedService {
  number: number;
  title: string;
}

/** The listed services of one part (from 1), by number. */
export async function listMappedServices(ctx: Ctx, part: number): Promise<MappedService[]> {
  const { rows } = await ctx.pool.query<MappedService>(
    `select number, title from catalogue.service_cards
    where number > $1 and number <= $2 order by number`,
    [(part - 1) * servicesAPart, part * servicesAPart],
  );
  return rows;
}

/** The handles of everybody with a listed service; at most 45,000. */
export async function listMappedSellers(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.pool.query<{ handle: string }>(
    `select distinct seller_handle as handle from catalogue.service_cards
    order by 1 limit ${MOST_SELLERS}`,
  );
  return rows.map((row) => row.handle);
}
