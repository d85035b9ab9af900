import type { Ctx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { addHours } from '#platform/time';
import { sumWithin } from '../disputes/statement.ts';
import { insertAsk } from '../moves/order-asks.ts';
import { takeAct, type Taken } from '../moves/take-act.ts';

const MAX_REASON = 2_000;

/**
 * One side proposes that so much of the price (USD cents) goes back to the buyer and the rest is the
 * seller's; 48 hours to answer, silence is no (SPEC 5.7). In a dispute too. Refuses InvalidInput
 * (`amount`, `reason`), order-no-refund-open.
 */
export async function askRefund(
  ctx: Ctx,
  asked: { orderId: string; amountMinor: bigint; reason: string; key?: string },
): Promise<Taken> {
  const reason = cleanText(asked.reason);
  if (reason === '') throw new InvalidInput({ reason: 'required' });
  if (reason.length > MAX_REASON) throw new InvalidInput({ reason: 'too-long' });
  const { orderId, key, amountMinor } = asked;
  return takeAct(ctx, { orderId, act: 'ask_refund', key }, async (tx, { order, party, rules }) => {
    sumWithin(amountMinor, 1n, order.priceMinor - order.refundedMinor);
    await insertAsk(tx, orderId, {
      kind: 'refund',
      askedBy: party === 'seller' ? 'seller' : 'buyer',
      reason,
      days: null,
      amountMinor,
      answerBy: addHours(tx.clock.now(), rules.refundHours),
    });
    return { details: { reason, refundMinor: amountMinor.toString() } };
  });
}
