import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/** The seller takes the proposed addition back before it is answered (SPEC 5.8). */
export function withdrawAddition(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'withdraw_addition' });
}
