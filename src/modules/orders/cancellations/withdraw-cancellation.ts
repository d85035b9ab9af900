import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/** The side that asked to cancel takes it back; the order goes on (SPEC 5.7). */
export function withdrawCancellation(
  ctx: Ctx,
  on: { orderId: string; key?: string },
): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'withdraw_cancellation' });
}
