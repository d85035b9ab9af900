import { setRating } from '#catalogue';
import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { isShown, type Review } from '../review.ts';
import { type FiguresKind, hundredthsOf, type Sums } from './rating.ts';

/** The row of figures that a review counts in; always written in this order, so that nobody waits in a ring. */
const ORDER: readonly FiguresKind[] = ['service', 'seller', 'buyer'];

interface Delta {
  kind: FiguresKind;
  subject_id: string;
  reviews: number;
  quality: number;
  communication: number;
  on_time: number;
  stars: number;
}

interface FiguresRow extends Sums {
  kind: FiguresKind;
  subjectId: string;
}

/**
 * Counts reviews that have just been opened, or takes out those that were hidden: the one writer of
 * the figures beside `recountRatings`. The row of a service stays locked until the transaction ends, so
 * what the catalogue is told follows the order of the counting.
 */
export async function countReviews(tx: TxCtx, reviews: readonly Review[]): Promise<void> {
  const added = reviews.filter(isShown).flatMap((review) => deltasOf(review, 1));
  const removed = reviews.filter(({ hiddenAt }) => hiddenAt).flatMap((r) => deltasOf(r, -1));
  const rows = [...(await add(tx, added)), ...(await remove(tx, removed))];
  for (const row of rows.filter(({ kind }) => kind === 'service')) {
    const hundredths = hundredthsOf('service', row);
    await setRating(tx, { serviceId: row.subjectId, count: row.reviews, hundredths });
  }
}

function deltasOf(review: Review, sign: 1 | -1): Delta[] {
  const { given } = review;
  const none = { reviews: sign, quality: 0, communication: 0, on_time: 0, stars: 0 };
  if (given.side === 'seller') {
    return [{ ...none, kind: 'buyer', subject_id: review.subjectId, stars: sign * given.stars }];
  }
  const sums = {
    ...none,
    quality: sign * given.quality,
    communication: sign * given.communication,
    on_time: sign * given.onTime,
  };
  return [
    { ...sums, kind: 'service', subject_id: review.serviceId },
    { ...sums, kind: 'seller', subject_id: review.subjectId },
  ];
}

const RETURNED = sql`returning held.kind, held.subject_id as "subjectId", held.reviews,
  held.quality_sum as quality, held.communication_sum as communication, held.on_time_sum as "onTime",
  held.stars_sum as stars`;

async function add(tx: TxCtx, deltas: Delta[]): Promise<FiguresRow[]> {
  if (deltas.length === 0) return [];
  const sorted = deltas.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const { rows } = await sql<FiguresRow>`insert into reviews.figures as held
      (kind, subject_id, reviews, quality_sum, communication_sum, on_time_sum, stars_sum)
    select kind, subject_id, reviews, quality, communication, on_time, stars
    from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as d(kind text, subject_id uuid,
      reviews integer, quality integer, communication integer, on_time integer, stars integer)
    on conflict (kind, subject_id) do update set reviews = held.reviews + excluded.reviews,
      quality_sum = held.quality_sum + excluded.quality_sum,
      communication_sum = held.communication_sum + excluded.communication_sum,
      on_time_sum = held.on_time_sum + excluded.on_time_sum,
      stars_sum = held.stars_sum + excluded.stars_sum ${RETURNED}`.execute(tx.db);
  return rows;
}

async function remove(tx: TxCtx, deltas: Delta[]): Promise<FiguresRow[]> {
  const changed: FiguresRow[] = [];
  for (const d of deltas) {
    const { rows } = await sql<FiguresRow>`update reviews.figures as held set
        reviews = reviews + ${d.reviews}, quality_sum = quality_sum + ${d.quality},
        communication_sum = communication_sum + ${d.communication},
        on_time_sum = on_time_sum + ${d.on_time}, stars_sum = stars_sum + ${d.stars}
      where kind = ${d.kind} and subject_id = ${d.subject_id} ${RETURNED}`.execute(tx.db);
    changed.push(...rows);
  }
  return changed;
}
