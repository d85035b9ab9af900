import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/**
 * The buyer accepts the work: the order is completed, commission and the seller's net leave escrow
 * (SPEC 5.1, 6.3). Refuses OrderMoved when nothing waits for an answer any more.
 */
export function acceptDelivery(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'accept' });
}
