import type { Ctx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { addHours } from '#platform/time';
import { insertAsk } from '../moves/order-asks.ts';
import { takeAct, type Taken } from '../moves/take-act.ts';

const MAX_REASON = 2_000;

/**
 * One side asks to cancel by agreement; 48 hours to answer, silence means yes before a first delivery
 * and no after it (SPEC 5.7). Refuses InvalidInput (`reason`), order-no-cancellation-open.
 */
export async function askCancellation(
  ctx: Ctx,
  asked: { orderId: string; reason: string; key?: string },
): Promise<Taken> {
  const reason = cleanText(asked.reason);
  if (reason === '') throw new InvalidInput({ reason: 'required' });
  if (reason.length > MAX_REASON) throw new InvalidInput({ reason: 'too-long' });
  return takeAct(
    ctx,
    { orderId: asked.orderId, act: 'ask_cancellation', key: asked.key },
    async (tx, { order, party, rules }) => {
      await insertAsk(tx, order.orderId, {
        kind: 'cancellation',
        askedBy: party === 'seller' ? 'seller' : 'buyer',
        reason,
        days: null,
        answerBy: addHours(tx.clock.now(), rules.cancellation.answerHours),
      });
      return { details: { reason } };
    },
  );
}
