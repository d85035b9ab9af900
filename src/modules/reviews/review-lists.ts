import { type Edition, findEdition } from '#catalogue';
import { memberCards } from '#identity';
import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type RawBuilder, sql } from 'kysely';
import type { FiguresKind } from './figures/rating.ts';
import { averageOf, type Review } from './review.ts';
import { reviewOf, type ReviewRow } from './review-store.ts';

/** A review as people read it. */
export interface ShownReview extends Review {
  authorName: string;
  /** 1 to 5. */
  average: number;
  /** Which edition of the service it is about; undefined when that cannot be told. */
  edition: Edition | undefined;
  answer: { body: string; writtenAt: Date } | undefined;
  /** For the two sides and the staff only. */
  appeal:
    | { outcome: 'hidden' | 'kept' | undefined; decisionReason: string | undefined }
    | undefined;
}

const REVIEWS_PER_PAGE = 10;
const LAST_PAGE = 500;

/** Whether such a page of this many reviews is there: from 1, the first always. */
export function pageCountOf(reviews: number): number {
  return Math.min(LAST_PAGE, Math.max(1, Math.ceil(reviews / REVIEWS_PER_PAGE)));
}

/** What buyers wrote of a service or a seller, or sellers of a buyer; the newest first, a page from 1. */
export async function listReviews(
  ctx: Ctx,
  of: { kind: FiguresKind; subjectId: string; page?: number; limit?: number },
): Promise<ShownReview[]> {
  if (!isUuid(of.subjectId)) return [];
  const page = Math.min(Math.max(1, of.page ?? 1), LAST_PAGE);
  const limit = Math.min(of.limit ?? REVIEWS_PER_PAGE, REVIEWS_PER_PAGE);
  const about =
    of.kind === 'service'
      ? sql`r.service_id = ${of.subjectId} and r.side = 'buyer'`
      : sql`r.subject_id = ${of.subjectId} and r.side = ${of.kind === 'buyer' ? 'seller' : 'buyer'}`;
  return readShown(
    ctx,
    sql`where ${about} and r.opened_at is not null and r.hidden_at is null
      order by r.opened_at desc, r.id desc limit ${limit} offset ${(page - 1) * REVIEWS_PER_PAGE}`,
  );
}

/** Everything written in an order, open or not: what its two sides may see of it is for `reviewStanding`. */
export async function listShownOfOrder(ctx: Ctx, orderId: string): Promise<ShownReview[]> {
  return readShown(ctx, sql`where r.order_id = ${orderId}`);
}

interface ShownRow extends ReviewRow {
  answer: string | null;
  answered_at: Date | null;
  appealed: boolean;
  outcome: 'hidden' | 'kept' | null;
  decision_reason: string | null;
}

async function readShown(ctx: Ctx, where: RawBuilder<unknown>): Promise<ShownReview[]> {
  const { rows } = await sql<ShownRow>`select r.*, a.body as answer, a.written_at as answered_at,
      p.id is not null as appealed, p.outcome, p.decision_reason
    from reviews.reviews r left join reviews.answers a on a.review_id = r.id
      left join reviews.appeals p on p.review_id = r.id ${where}`.execute(ctx.db);
  const [cards, editions] = await Promise.all([
    memberCards(
      ctx,
      rows.map((row) => row.author_id),
    ),
    editionsOf(ctx, rows),
  ]);
  return rows.map((row) => ({
    ...shown(reviewOf(row)),
    authorName: cards.get(row.author_id)?.displayName ?? '',
    edition: editions.get(versionKey(row)),
    answer:
      row.answer !== null && row.answered_at !== null
        ? { body: row.answer, writtenAt: row.answered_at }
        : undefined,
    appeal: row.appealed
      ? { outcome: row.outcome ?? undefined, decisionReason: row.decision_reason ?? undefined }
      : undefined,
  }));
}

const shown = (review: Review) => ({ ...review, average: averageOf(review.given) });

const versionKey = (row: ReviewRow) => `${row.service_id} ${row.service_version}`;

async function editionsOf(
  ctx: Ctx,
  rows: readonly ReviewRow[],
): Promise<Map<string, Edition | undefined>> {
  const versions = new Map(rows.map((row) => [versionKey(row), row]));
  const found = await Promise.all(
    [...versions].map(async ([key, row]) => {
      const { service_id: serviceId, service_version: version } = row;
      return [key, await findEdition(ctx, { serviceId, version })] as const;
    }),
  );
  return new Map(found);
}
