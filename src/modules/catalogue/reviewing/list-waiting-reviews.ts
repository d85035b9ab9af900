import { memberCards, requireRole } from '#identity';
import type { Ctx } from '#platform/context';
import { standingsOf, type Level } from '#trust';

/** A line of the review queue. */
export interface WaitingReview {
  serviceId: string;
  number: number;
  title: string;
  leafKey: string;
  sellerId: string;
  sellerName: string;
  sellerLevel: Level;
  submittedAt: Date;
  /** It was approved before and changed since. */
  again: boolean;
}

/** The oldest waiting services, at most 100, and how many wait in all. Refuses NotFound (reviewers only). */
export async function listWaitingReviews(
  ctx: Ctx,
): Promise<{ waiting: WaitingReview[]; total: number }> {
  requireRole(ctx, 'reviewer');
  const { rows } = await ctx.pool.query<
    Pick<
      WaitingReview,
      'serviceId' | 'number' | 'title' | 'leafKey' | 'sellerId' | 'submittedAt' | 'again'
    >
  >({
    name: 'catalogue-waiting-reviews',
    text: `select id as "serviceId", number, title, leaf_key as "leafKey", seller_id as "sellerId",
        submitted_at as "submittedAt", published_at is not null as again
      from catalogue.services where state = 'pending_review' order by submitted_at, id limit 100`,
  });
  const total = await ctx.pool.query<{ services: number }>(
    `select count(*)::int as services from catalogue.services where state = 'pending_review'`,
  );
  const sellerIds = rows.map((row) => row.sellerId);
  const [cards, levels] = await Promise.all([
    memberCards(ctx, sellerIds),
    standingsOf(ctx, sellerIds),
  ]);
  return {
    waiting: rows.map((row) => ({
      ...row,
      sellerName: cards.get(row.sellerId)?.displayName ?? '',
      sellerLevel: levels.get(row.sellerId) ?? 'new',
    })),
    total: total.rows[0]?.services ?? 0,
  };
}
