import { type Ctx, requireMember } from '#platform/context';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { statement, sumWithin } from './statement.ts';

/** A judge's word: so much back to the buyer (USD cents), and why. */
export interface Judgement {
  orderId: string;
  refundMinor: bigint;
  reason: string;
  key?: string;
}

/**
 * The first judge proposes how the price is shared; both sides have 48 hours (SPEC 5.9). Refuses
 * InvalidInput (`amount`, `reason`).
 */
export async function proposeSplit(ctx: Ctx, proposal: Judgement): Promise<Taken> {
  const reason = statement('reason', proposal.reason);
  const { orderId, key, refundMinor } = proposal;
  return takeAct(ctx, { orderId, act: 'propose_split', key }, async (tx, { order }) => {
    sumWithin(refundMinor, 0n, order.priceMinor - order.refundedMinor);
    await sql`update orders.disputes set arbiter_id = ${requireMember(tx)},
        proposed_minor = ${refundMinor}, proposed_reason = ${reason}, proposed_at = ${tx.clock.now()}
      where order_id = ${orderId}`.execute(tx.db);
    return { details: { reason, refundMinor: refundMinor.toString() } };
  });
}
