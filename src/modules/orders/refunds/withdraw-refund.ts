import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/** The side that asked for a refund takes the question back (SPEC 5.7). */
export function withdrawRefund(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'withdraw_refund' });
}
