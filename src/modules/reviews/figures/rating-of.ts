import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type FiguresKind, type Rating, ratingFrom, type Sums } from './rating.ts';

const NOTHING: Sums = { reviews: 0, quality: 0, communication: 0, onTime: 0, stars: 0 };

/** What buyers say of a service or a seller, or sellers of a buyer, in figures. */
export async function ratingOf(ctx: Ctx, kind: FiguresKind, subjectId: string): Promise<Rating> {
  if (!isUuid(subjectId)) return ratingFrom(kind, NOTHING);
  const { rows } = await ctx.pool.query<Sums>({
    name: 'reviews-rating',
    text: `select reviews, quality_sum as quality, communication_sum as communication,
        on_time_sum as "onTime", stars_sum as stars
      from reviews.figures where kind = $1 and subject_id = $2`,
    values: [kind, subjectId],
  });
  return ratingFrom(kind, rows[0] ?? NOTHING);
}
