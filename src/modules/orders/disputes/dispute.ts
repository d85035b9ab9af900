import type { Ctx, TxCtx } from '#platform/context';
import { sql } from 'kysely';
import type { Order } from '../order-row.ts';
import type { Act, DisputePhase, Party } from '../order-state.ts';

/** What a complaint is about; each kind asks for its own checks. */
export const COMPLAINTS = [
  'not_as_ordered',
  'defective',
  'incomplete',
  'rights',
  'refused',
] as const;
export type Complaint = (typeof COMPLAINTS)[number];

/** The checklist of each kind: what a claimant confirms before the claim counts. */
export const CHECKS: Record<Complaint, readonly string[]> = {
  not_as_ordered: ['named_requirement', 'showed_difference', 'asked_for_change'],
  defective: ['described_defect', 'showed_steps', 'asked_for_change'],
  incomplete: ['named_missing', 'asked_for_change'],
  rights: ['named_original', 'showed_likeness'],
  refused: ['delivered_as_ordered', 'answered_requests'],
};

/** Who may complain of what: `refused` is the seller's, the others are the buyer's. */
export function complaintsOf(side: 'buyer' | 'seller'): readonly Complaint[] {
  return COMPLAINTS.filter((kind) => (kind === 'refused') === (side === 'seller'));
}

/** A dispute of an order as it stands; sums are USD cents of the price that go back to the buyer. */
export interface Dispute {
  orderId: string;
  openedBy: 'buyer' | 'seller';
  kind: Complaint;
  checks: string[];
  body: string;
  wantedMinor: bigint;
  afterCompletion: boolean;
  /** Opened while the work was late, with something delivered. */
  whileWorking: boolean;
  phase: DisputePhase;
  openedAt: Date;
  dueAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  arbiterId: string | null;
  proposedMinor: bigint | null;
  proposedReason: string | null;
  proposedAt: Date | null;
  buyerAcceptedAt: Date | null;
  sellerAcceptedAt: Date | null;
  appealedBy: 'buyer' | 'seller' | null;
  appeal: string | null;
  appealedAt: Date | null;
  secondArbiterId: string | null;
  decidedReason: string | null;
  outcome: Act | null;
  refundMinor: bigint | null;
  endedAt: Date | null;
}

export const DISPUTE_COLUMNS = sql`order_id as "orderId", opened_by as "openedBy", kind, checks, body,
  wanted_minor as "wantedMinor", after_completion as "afterCompletion", while_working as "whileWorking", phase, opened_at as "openedAt",
  due_at as "dueAt", answer, answered_at as "answeredAt", arbiter_id as "arbiterId",
  proposed_minor as "proposedMinor", proposed_reason as "proposedReason", proposed_at as "proposedAt",
  buyer_accepted_at as "buyerAcceptedAt", seller_accepted_at as "sellerAcceptedAt",
  appealed_by as "appealedBy", appeal, appealed_at as "appealedAt",
  second_arbiter_id as "secondArbiterId", decided_reason as "decidedReason", outcome,
  refund_minor as "refundMinor", ended_at as "endedAt"`;

/** The dispute of an order, if there ever was one. */
export async function findDispute(ctx: Ctx, orderId: string): Promise<Dispute | undefined> {
  const { rows } = await sql<Dispute>`select ${DISPUTE_COLUMNS} from orders.disputes
    where order_id = ${orderId}`.execute(ctx.db);
  return rows[0];
}

/** Whether that side has accepted the proposed split. */
export function hasAccepted(dispute: Dispute, side: Party): boolean {
  if (side === 'buyer') return dispute.buyerAcceptedAt !== null;
  return side === 'seller' && dispute.sellerAcceptedAt !== null;
}

/** Moves a dispute on with its order; called by takeAct alone, after the order has moved. */
export async function moveDispute(
  tx: TxCtx,
  order: Order,
  to: { phase: DisputePhase; act: Act; party: Party; refundMinor: bigint; dueAt: Date | null },
): Promise<void> {
  const now = tx.clock.now();
  const over = to.phase === 'ended' || to.phase === 'withdrawn';
  const accepts = to.act === 'accept_split' ? to.party : undefined;
  await sql`update orders.disputes set phase = ${to.phase},
      due_at = case when ${over} then null else coalesce(${to.dueAt}, due_at) end,
      buyer_accepted_at = case when ${accepts === 'buyer'} then ${now} else buyer_accepted_at end,
      seller_accepted_at = case when ${accepts === 'seller'} then ${now} else seller_accepted_at end,
      outcome = case when ${over} then ${to.act} end,
      refund_minor = ${to.phase === 'ended' ? to.refundMinor : null}::bigint,
      ended_at = ${over ? now : null}::timestamptz
    where order_id = ${order.orderId}`.execute(tx.db);
}
