import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/**
 * The other side answers a question to cancel: agreed, the order ends and the price goes back (with the
 * buyer's fee before a delivery); refused, it goes on (SPEC 5.7).
 */
export function answerCancellation(
  ctx: Ctx,
  answer: { orderId: string; agreed: boolean; key?: string },
): Promise<Taken> {
  const { agreed, ...on } = answer;
  return takeAct(ctx, { ...on, act: agreed ? 'agree_cancellation' : 'refuse_cancellation' });
}
