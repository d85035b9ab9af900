import { type Ctx, requireMember } from '#platform/context';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import type { Judgement } from './propose-split.ts';
import { statement, sumWithin } from './statement.ts';

/**
 * The second judge decides, and it is done at once (SPEC 5.9). Refuses order-another-arbiter to the
 * judge of the proposal, InvalidInput (`amount`, `reason`).
 */
export async function decideAppeal(ctx: Ctx, decision: Judgement): Promise<Taken> {
  const reason = statement('reason', decision.reason);
  const { orderId, key, refundMinor } = decision;
  const act = { orderId, act: 'decide_appeal', key, refundMinor } as const;
  return takeAct(ctx, act, async (tx, { order }) => {
    sumWithin(refundMinor, 0n, order.priceMinor - order.refundedMinor);
    await sql`update orders.disputes set second_arbiter_id = ${requireMember(tx)},
      decided_reason = ${reason} where order_id = ${orderId}`.execute(tx.db);
    return { details: { reason, refundMinor: refundMinor.toString() } };
  });
}
