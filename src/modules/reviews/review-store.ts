import { actorName, type Ctx, type TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type RawBuilder, sql } from 'kysely';
import type { Pair, Review } from './review.ts';

interface PairRow {
  order_id: string;
  buyer_id: string;
  seller_id: string;
  service_id: string;
  service_version: number;
  starts_at: Date;
  ends_at: Date;
  opened_at: Date | null;
  step: number;
  due_at: Date | null;
}

/** A row of reviews.reviews as the driver gives it. */
export interface ReviewRow {
  id: string;
  order_id: string;
  side: 'buyer' | 'seller';
  author_id: string;
  subject_id: string;
  service_id: string;
  service_version: number;
  quality: number | null;
  communication: number | null;
  on_time: number | null;
  stars: number | null;
  body: string;
  key: string;
  written_at: Date;
  opened_at: Date | null;
  hidden_at: Date | null;
}

/** The review of a row. */
export function reviewOf(row: ReviewRow): Review {
  const { quality, communication, on_time: onTime, stars } = row;
  return {
    reviewId: row.id,
    orderId: row.order_id,
    authorId: row.author_id,
    subjectId: row.subject_id,
    serviceId: row.service_id,
    serviceVersion: row.service_version,
    given:
      row.side === 'seller'
        ? { side: 'seller', stars: stars ?? 0 }
        : {
            side: 'buyer',
            quality: quality ?? 0,
            communication: communication ?? 0,
            onTime: onTime ?? 0,
          },
    body: row.body,
    key: row.key,
    writtenAt: row.written_at,
    openedAt: row.opened_at ?? undefined,
    hiddenAt: row.hidden_at ?? undefined,
  };
}

function pairOf(row: PairRow): Pair {
  return {
    orderId: row.order_id,
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    serviceId: row.service_id,
    serviceVersion: row.service_version,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    openedAt: row.opened_at ?? undefined,
    step: row.step,
    dueAt: row.due_at ?? undefined,
  };
}

/** The pair of an order, locked until the transaction ends; begins it when it is not there yet. */
export async function beginAndLockPair(tx: TxCtx, pair: Pair): Promise<Pair> {
  const { rows } = await sql<PairRow>`insert into reviews.pairs
      (order_id, buyer_id, seller_id, service_id, service_version, starts_at, ends_at, due_at)
    values (${pair.orderId}, ${pair.buyerId}, ${pair.sellerId}, ${pair.serviceId},
      ${pair.serviceVersion}, ${pair.startsAt}, ${pair.endsAt}, ${pair.dueAt ?? null})
    on conflict (order_id) do update set order_id = excluded.order_id returning *`.execute(tx.db);
  return pairOf(rows[0] as PairRow);
}

/** The pair of an order for the clock: undefined also while somebody acts on it. */
export async function lockIdlePair(tx: TxCtx, orderId: string): Promise<Pair | undefined> {
  const { rows } = await sql<PairRow>`select * from reviews.pairs where order_id = ${orderId}
    for update skip locked`.execute(tx.db);
  return rows[0] && pairOf(rows[0]);
}

/** The pair of an order, locked; undefined when nobody has one. */
export async function lockPair(tx: TxCtx, orderId: string): Promise<Pair | undefined> {
  const { rows } = await sql<PairRow>`select * from reviews.pairs where order_id = ${orderId}
    for update`.execute(tx.db);
  return rows[0] && pairOf(rows[0]);
}

/** When the pair's next step is due; null when nothing more happens by itself. */
export async function setTimer(
  tx: TxCtx,
  orderId: string,
  next: { step: number; dueAt: Date | null },
): Promise<void> {
  await sql`update reviews.pairs set step = ${next.step}, due_at = ${next.dueAt}
    where order_id = ${orderId}`.execute(tx.db);
}

/** What both sides of an order have written, open or not. For the core: pages see it by `reviewStanding`. */
export async function listOfOrder(ctx: Ctx, orderId: string): Promise<Review[]> {
  if (!isUuid(orderId)) return [];
  return readAll(ctx, sql`where order_id = ${orderId}`);
}

/** A review by its id; undefined when there is none. */
export async function findReview(ctx: Ctx, reviewId: string): Promise<Review | undefined> {
  if (!isUuid(reviewId)) return undefined;
  return (await readAll(ctx, sql`where id = ${reviewId}`))[0];
}

async function readAll(ctx: Ctx, where: RawBuilder<unknown>): Promise<Review[]> {
  const { rows } = await sql<ReviewRow>`select * from reviews.reviews ${where}`.execute(ctx.db);
  return rows.map(reviewOf);
}

/** Writes a review with its row of history, in one statement. */
export async function insertReview(tx: TxCtx, review: Review): Promise<void> {
  const { given } = review;
  const criteria = given.side === 'buyer' ? given : undefined;
  await sql`with written as (insert into reviews.reviews (id, order_id, side, author_id, subject_id,
      service_id, service_version, quality, communication, on_time, stars, body, key, written_at)
    values (${review.reviewId}, ${review.orderId}, ${given.side}, ${review.authorId},
      ${review.subjectId}, ${review.serviceId}, ${review.serviceVersion},
      ${criteria?.quality ?? null}, ${criteria?.communication ?? null}, ${criteria?.onTime ?? null},
      ${given.side === 'seller' ? given.stars : null}, ${review.body}, ${review.key},
      ${review.writtenAt}) returning order_id)
    insert into reviews.history (order_id, at, actor, act, details)
    select order_id, ${review.writtenAt}, ${actorName(tx)}, 'wrote',
      jsonb_build_object('side', ${given.side}::text) from written`.execute(tx.db);
}

/** A row of the pair's history: who did what. */
export async function recordHistory(
  tx: TxCtx,
  entry: { orderId: string; act: string; details?: object },
): Promise<void> {
  await sql`insert into reviews.history (order_id, at, actor, act, details)
    values (${entry.orderId}, ${tx.clock.now()}, ${actorName(tx)}, ${entry.act},
      ${entry.details ? JSON.stringify(entry.details) : null}::jsonb)`.execute(tx.db);
}
