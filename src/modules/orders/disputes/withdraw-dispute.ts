import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/**
 * The side that opened a dispute takes it back before a proposal: the order stands where it stood and
 * its clocks run on with what was left of them (SPEC 5.9).
 */
export function withdrawDispute(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'withdraw_dispute' });
}
