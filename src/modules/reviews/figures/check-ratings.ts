import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { FiguresKind, Sums } from './rating.ts';

/** A row of figures that the reviews themselves do not bear out. */
export interface Difference {
  kind: FiguresKind;
  subjectId: string;
  held: Sums;
  counted: Sums;
}

const SUMS = (of: string) =>
  sql.raw(`jsonb_build_object('reviews', coalesce(${of}.reviews, 0),
  'quality', coalesce(${of}.quality_sum, 0), 'communication', coalesce(${of}.communication_sum, 0),
  'onTime', coalesce(${of}.on_time_sum, 0), 'stars', coalesce(${of}.stars_sum, 0))`);

/** Where the figures differ from what the shown reviews add up to; empty when all is right. */
export async function checkRatings(ctx: Ctx): Promise<Difference[]> {
  const { rows } = await sql<Difference>`with shown as (select * from reviews.reviews
      where opened_at is not null and hidden_at is null),
    counted as (
      select 'service' as kind, service_id as subject_id, count(*)::int as reviews,
        sum(quality)::int as quality_sum, sum(communication)::int as communication_sum,
        sum(on_time)::int as on_time_sum, 0 as stars_sum
      from shown where side = 'buyer' group by service_id
      union all
      select 'seller', subject_id, count(*)::int, sum(quality)::int, sum(communication)::int,
        sum(on_time)::int, 0 from shown where side = 'buyer' group by subject_id
      union all
      select 'buyer', subject_id, count(*)::int, 0, 0, 0, sum(stars)::int
      from shown where side = 'seller' group by subject_id)
    select coalesce(f.kind, c.kind) as kind, coalesce(f.subject_id, c.subject_id) as "subjectId",
      ${SUMS('f')} as held, ${SUMS('c')} as counted
    from reviews.figures f full join counted c on c.kind = f.kind and c.subject_id = f.subject_id
    where ${SUMS('f')} <> ${SUMS('c')} order by 1 desc, 2`.execute(ctx.db);
  return rows;
}
