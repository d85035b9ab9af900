import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { isReader } from '../order-policy.ts';
import type { Act } from '../order-state.ts';
import { type Complaint, DISPUTE_COLUMNS, type Dispute } from './dispute.ts';

/** Disputes that wait for somebody, the soonest due first (at most 200); NotFound but for staff. */
export async function listOpenDisputes(ctx: Ctx): Promise<Dispute[]> {
  if (ctx.actor.kind !== 'member' || !isReader(ctx.actor.roles)) throw new NotFound();
  const { rows } = await sql<Dispute>`select ${DISPUTE_COLUMNS} from orders.disputes
    where ended_at is null order by due_at nulls last, order_id limit 200`.execute(ctx.db);
  return rows;
}

/** A dispute that is over, without anybody's name, sum or words. */
export interface Precedent {
  kind: Complaint;
  openedBy: 'buyer' | 'seller';
  outcome: Act;
  /** What went back of the price, in whole percent. */
  percent: number;
  /** The first of the month in which it ended. */
  month: Date;
}

/** How disputes ended, the newest first (at most 100); for everybody (SPEC 5.9). */
export async function listPrecedents(ctx: Ctx): Promise<Precedent[]> {
  const { rows } = await sql<Precedent>`
    select d.kind, d.opened_by as "openedBy", d.outcome,
      round(100 * d.refund_minor / o.price_minor)::int as percent,
      date_trunc('month', d.ended_at, 'UTC') as month
    from orders.disputes d join orders.orders o on o.id = d.order_id
    where d.phase = 'ended' order by date_trunc('month', d.ended_at, 'UTC') desc, d.kind, d.outcome, percent
    limit 100`.execute(ctx.db);
  return rows;
}
