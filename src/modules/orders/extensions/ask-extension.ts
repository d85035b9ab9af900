import type { Ctx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { addHours } from '#platform/time';
import { insertAsk } from '../moves/order-asks.ts';
import { takeAct, type Taken } from '../moves/take-act.ts';

const MAX_REASON = 2_000;
const MAX_DAYS = 30;

/**
 * The seller asks for days more; 48 hours to answer, silence means yes, at most two in an order
 * (SPEC 5.7). Refuses InvalidInput (`days`, `reason`), order-extensions-are-left.
 */
export async function askExtension(
  ctx: Ctx,
  asked: { orderId: string; days: number; reason: string; key?: string },
): Promise<Taken> {
  const reason = cleanText(asked.reason);
  const errors: Record<string, string> = {};
  if (!Number.isInteger(asked.days) || asked.days < 1 || asked.days > MAX_DAYS)
    errors.days = 'invalid';
  if (reason === '') errors.reason = 'required';
  if (reason.length > MAX_REASON) errors.reason = 'too-long';
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  return takeAct(
    ctx,
    { orderId: asked.orderId, act: 'ask_extension', key: asked.key },
    async (tx, { order, rules }) => {
      await insertAsk(tx, order.orderId, {
        kind: 'extension',
        askedBy: 'seller',
        reason,
        days: asked.days,
        answerBy: addHours(tx.clock.now(), rules.extension.answerHours),
      });
      return { details: { reason, days: asked.days }, days: asked.days };
    },
  );
}
