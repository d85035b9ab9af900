import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/**
 * The buyer cancels alone, with everything back: at once before the requirements, when the seller has
 * said nothing for 24 hours, or when nothing was delivered 24 hours past due (SPEC 5.4, 5.5). Otherwise
 * refused by the guard; after a delivery only by agreement.
 */
export function cancelOrder(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'cancel' });
}
