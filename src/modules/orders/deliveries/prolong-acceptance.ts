import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/**
 * The buyer takes 72 hours more to look at a delivery, once a delivery (SPEC 5.6). Refuses
 * order-not-prolonged-yet the second time.
 */
export function prolongAcceptance(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'prolong' });
}
