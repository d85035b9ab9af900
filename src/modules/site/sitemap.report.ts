import type { Ctx } from '#platform/context';

/**
 * A file of the map holds the services of ten thousand numbers: two addresses each, with the longest
 * Arabic titles under 40 MB, where the protocol allows 50,000 addresses and 50 MB.
 */
const NUMBERS_A_PART = 10_000;
const NUMBERS_A_STEP = 1_000;

/** Published, and not hidden by its seller; of the nearest table that has these columns. */
const FOUND = "state = 'published' and queue_limit is distinct from 0";

/** The parts (from 1) with a published service in them: one look into an index each. */
export async function listServiceParts(ctx: Ctx): Promise<number[]> {
  const { rows } = await ctx.pool.query<{ part: number }>({
    name: 'site-map-parts',
    text: `select part from generate_series(1, (
        select ceil(max(number) / $1::numeric) from catalogue.services)::int) as part
      where exists (select from catalogue.services
        where number > (part - 1) * $1 and number <= part * $1 and ${FOUND})`,
    values: [NUMBERS_A_PART],
  });
  return rows.map(({ part }) => part);
}

export interface MappedService {
  number: number;
  title: string;
  changedAt: Date;
}

/** The published services of a part in steps: each is a walk of the index of numbers. */
export function walkServices(ctx: Ctx, part: number): AsyncGenerator<MappedService[]> {
  return walk(ctx, part, {
    name: 'site-map-services',
    text: `select number, title, coalesce(sold_since, published_at) as "changedAt"
      from catalogue.services
      where number > $1 and number <= $2 and ${FOUND} order by number`,
  });
}

export interface MappedSeller {
  handle: string;
  changedAt: Date;
}

/** The sellers whose first published service lies in the part, so that each stands in one file. */
export function walkSellers(ctx: Ctx, part: number): AsyncGenerator<MappedSeller[]> {
  return walk(ctx, part, {
    name: 'site-map-sellers',
    text: `select m.handle, (
        select max(coalesce(o.sold_since, o.published_at)) from catalogue.services o
        where o.seller_id = s.seller_id and ${FOUND}) as "changedAt"
      from catalogue.services s join identity.members m on m.id = s.seller_id
      where s.number > $1 and s.number <= $2 and s.state = 'published'
        and s.queue_limit is distinct from 0 and not exists (select from catalogue.services earlier
          where earlier.seller_id = s.seller_id and earlier.number < s.number and ${FOUND})
      order by s.number`,
  });
}

async function* walk<Row extends object>(
  ctx: Ctx,
  part: number,
  query: { name: string; text: string },
): AsyncGenerator<Row[]> {
  const end = part * NUMBERS_A_PART;
  for (let from = end - NUMBERS_A_PART; from < end; from += NUMBERS_A_STEP) {
    const { rows } = await ctx.pool.query<Row>({
      ...query,
      values: [from, from + NUMBERS_A_STEP],
    });
    yield rows;
  }
}

export interface MappedCategory {
  slug: string;
  changedAt: Date;
}

/** The groups and leaves that have something to show, with the day of their newest service. */
export async function listMappedCategories(ctx: Ctx): Promise<MappedCategory[]> {
  const { rows } = await ctx.pool.query<MappedCategory>({
    name: 'site-map-categories',
    text: `select c.slug, newest.published_at as "changedAt"
      from catalogue.categories c cross join lateral (
        (select published_at from catalogue.service_cards
          where c.group_key is null and group_key = c.key
          order by published_at desc, number desc limit 1)
        union all
        (select published_at from catalogue.service_cards
          where c.group_key is not null and leaf_key = c.key
          order by published_at desc, number desc limit 1)) as newest
      order by c.position, c.key`,
  });
  return rows;
}
