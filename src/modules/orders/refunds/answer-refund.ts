import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/** The other side agrees to the refund that was asked for, and it is done at once; or refuses it (SPEC 5.7). */
export function answerRefund(
  ctx: Ctx,
  answer: { orderId: string; agreed: boolean; key?: string },
): Promise<Taken> {
  const { agreed, ...on } = answer;
  return takeAct(ctx, { ...on, act: agreed ? 'agree_refund' : 'refuse_refund' });
}
