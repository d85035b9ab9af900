import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

/** Earnings withheld, as the member may see it; amounts in USD cents. */
export interface HoldLine {
  holdId: string;
  memberId: string;
  over: 'pending' | 'earned';
  amountMinor: bigint;
  reason: string;
  renewalReason: string | null;
  orderId: string | null;
  placedAt: Date;
  endsAt: Date;
  resolvedAt: Date | null;
  outcome: 'released' | 'taken' | 'expired' | null;
}

const MOST = 100;

const columns = sql`h.id as "holdId", a.holder as "memberId",
  case a.kind when 'member_pending' then 'pending' else 'earned' end as "over",
  h.amount_minor as "amountMinor", h.reason, h.renewal_reason as "renewalReason",
  h.order_id as "orderId", h.placed_at as "placedAt", h.ends_at as "endsAt",
  h.resolved_at as "resolvedAt", h.outcome`;

/** A member's holds, open ones first and the soonest to end first, at most 100. */
export async function listHolds(ctx: Ctx, memberId: string): Promise<HoldLine[]> {
  const { rows } = await sql<HoldLine>`
    select ${columns} from ledger.holds h join ledger.accounts a on a.id = h.account_id
    where a.holder = ${memberId} and a.kind in ('member_pending', 'member_earned')
    order by (h.resolved_at is null) desc, h.ends_at, h.id limit ${MOST}`.execute(ctx.db);
  return rows;
}

/** The open holds about one order, at most 100. While one stands over pending, its sum cannot clear. */
export async function listOpenHoldsOfOrder(ctx: Ctx, orderId: string): Promise<HoldLine[]> {
  const { rows } = await sql<HoldLine>`
    select ${columns} from ledger.holds h join ledger.accounts a on a.id = h.account_id
    where h.order_id = ${orderId} and h.resolved_at is null
    order by h.ends_at, h.id limit ${MOST}`.execute(ctx.db);
  return rows;
}
