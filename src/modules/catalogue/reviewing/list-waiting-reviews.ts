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
  /** It was published before and taken back to a draft since. */
  again: boolean;
  /** It is the next version of a service that goes on selling. */
  revision: boolean;
}

/** The oldest waiting services and next versions, at most 100, and how many wait in all. Refuses NotFound (reviewers only). */
export async function listWaitingReviews(
  ctx: Ctx,
): Promise<{ waiting: WaitingReview[]; total: number }> {
  requireRole(ctx, 'reviewer');
  const { rows } = await ctx.pool.query<Omit<WaitingReview, 'sellerName' | 'sellerLevel'>>({
    name: 'catalogue-waiting-reviews',
    text: `(select id as "serviceId", number, title, leaf_key as "leafKey", seller_id as "sellerId",
        submitted_at as "submittedAt", published_at is not null as again, false as revision
      from catalogue.services where state = 'pending_review' order by submitted_at, id limit 100)
      union all
      (select s.id, s.number, r.content ->> 'title', r.content ->> 'leafKey', s.seller_id,
        r.submitted_at, false, true
      from catalogue.revisions r join catalogue.services s on s.id = r.service_id
      where r.state = 'pending_review' order by r.submitted_at, r.service_id limit 100)
      order by "submittedAt", "serviceId" limit 100`,
  });
  const total = await ctx.pool.query<{ services: number }>(
    `select (select count(*) from catalogue.services where state = 'pending_review')::int
      + (select count(*) from catalogue.revisions where state = 'pending_review')::int as services`,
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
