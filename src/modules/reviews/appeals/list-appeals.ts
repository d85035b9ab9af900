import { memberCards, requireRole } from '#identity';
import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { Review } from '../review.ts';
import { APPEAL_ROLES } from '../review-policy.ts';
import { reviewOf, type ReviewRow } from '../review-store.ts';

/** An appeal on the staff's desk. */
export interface Appeal {
  appealId: string;
  review: Review;
  authorName: string;
  subjectName: string;
  reason: string;
  askedAt: Date;
  outcome: 'hidden' | 'kept' | undefined;
  decisionReason: string | undefined;
  /** The one who looks is a side of it and may not decide. */
  involved: boolean;
}

interface AppealRow extends ReviewRow {
  appeal_id: string;
  reason: string;
  asked_at: Date;
  outcome: 'hidden' | 'kept' | null;
  decision_reason: string | null;
}

const AT_MOST = 50;

/** Appeals that wait, the oldest first, and the last that were decided; at most 50 each. Refuses NotFound. */
export async function listAppeals(ctx: Ctx): Promise<{ waiting: Appeal[]; decided: Appeal[] }> {
  requireRole(ctx, ...APPEAL_ROLES);
  const columns = sql`select r.*, p.id as appeal_id, p.reason, p.asked_at, p.outcome,
      p.decision_reason from reviews.appeals p join reviews.reviews r on r.id = p.review_id`;
  const waiting = await sql<AppealRow>`${columns} where p.outcome is null
    order by p.asked_at limit ${AT_MOST}`.execute(ctx.db);
  const decided = await sql<AppealRow>`${columns} where p.outcome is not null
    order by p.decided_at desc limit ${AT_MOST}`.execute(ctx.db);
  const cards = await memberCards(
    ctx,
    [...waiting.rows, ...decided.rows].flatMap((row) => [row.author_id, row.subject_id]),
  );
  const own = ctx.actor.kind === 'member' ? ctx.actor.memberId : undefined;
  const appealOf = (row: AppealRow): Appeal => ({
    appealId: row.appeal_id,
    review: reviewOf(row),
    authorName: cards.get(row.author_id)?.displayName ?? '',
    subjectName: cards.get(row.subject_id)?.displayName ?? '',
    reason: row.reason,
    askedAt: row.asked_at,
    outcome: row.outcome ?? undefined,
    decisionReason: row.decision_reason ?? undefined,
    involved: own === row.author_id || own === row.subject_id,
  });
  return { waiting: waiting.rows.map(appealOf), decided: decided.rows.map(appealOf) };
}
