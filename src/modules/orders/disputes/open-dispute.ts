import type { Ctx } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { addHours } from '#platform/time';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { CHECKS, type Complaint, complaintsOf } from './dispute.ts';
import { statement, sumWithin } from './statement.ts';

export interface Claim {
  orderId: string;
  kind: Complaint;
  /** What of the kind's checklist the claimant confirms: all of it, or the claim is refused. */
  checks: readonly string[];
  body: string;
  /** How much of the price (USD cents) the buyer is to get back. */
  wantedMinor: bigint;
  key?: string;
}

/**
 * One side takes a delivered or completed order before a judge, or the buyer one that is late with something
 * delivered: every clock freezes, after completion the disputed sum is withheld (SPEC 5.5, 5.9). Refuses InvalidInput (`kind`, `checks`, `body`, `amount`),
 * order-no-dispute-before, order-guarantee-runs, order-late-with-something-delivered.
 */
export async function openDispute(ctx: Ctx, claim: Claim): Promise<Taken> {
  const body = statement('body', claim.body);
  const { orderId, key } = claim;
  return takeAct(
    ctx,
    { orderId, act: 'open_dispute', key },
    async (tx, { order, party, rules }) => {
      const side = party === 'seller' ? 'seller' : 'buyer';
      if (!complaintsOf(side).includes(claim.kind)) throw new InvalidInput({ kind: 'invalid' });
      const checks = CHECKS[claim.kind].filter((check) => claim.checks.includes(check));
      if (checks.length < CHECKS[claim.kind].length)
        throw new InvalidInput({ checks: 'all-checks' });
      const least = side === 'buyer' ? 1n : 0n;
      sumWithin(claim.wantedMinor, least, order.priceMinor - order.refundedMinor);
      const now = tx.clock.now();
      await sql`insert into orders.disputes (order_id, opened_by, kind, checks, body, wanted_minor,
        after_completion, while_working, phase, opened_at, due_at)
      values (${orderId}, ${side}, ${claim.kind}, ${checks}, ${body}, ${claim.wantedMinor},
        ${order.completedAt !== null}, ${order.state === 'in_progress'}, 'answer', ${now}, ${addHours(now, rules.dispute.answerHours)})`.execute(
        tx.db,
      );
      return { details: { reason: body, refundMinor: claim.wantedMinor.toString() } };
    },
  );
}
