import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { AdditionChanged } from '../order-errors.ts';
import { payAddition } from './pay-addition.ts';

/**
 * The buyer accepts what the seller proposed and pays for it from the balance, or declines (SPEC 5.8).
 * `askId` names the proposal that was shown: another one that stands in its place is AdditionChanged.
 * Refuses BalanceShort, order-addition-open when none waits.
 */
export function answerAddition(
  ctx: Ctx,
  answer: { orderId: string; askId: string; agreed: boolean; key?: string },
): Promise<Taken> {
  const { orderId, askId, agreed, key } = answer;
  const act = agreed ? 'agree_addition' : 'refuse_addition';
  return takeAct(ctx, { orderId, act, key }, async (tx, taking) => {
    const ask = taking.asks.find(({ kind }) => kind === 'addition');
    if (ask?.askId !== askId) throw new AdditionChanged();
    if (!agreed) return {};
    return payAddition(tx, taking, {
      askId,
      title: ask.title ?? '',
      note: ask.reason,
      priceMinor: ask.amountMinor ?? 0n,
      days: ask.days ?? 0,
    });
  });
}
