import type { Ctx } from '#platform/context';
import { findThread, markRead } from '#messaging';
import { partyOf } from '../order-policy.ts';
import { getOrder } from '../get-order.ts';

/** The side that has the room open has read its messages; staff reading leave no mark. */
export async function markOrderRead(ctx: Ctx, orderId: string): Promise<void> {
  const order = await getOrder(ctx, orderId);
  const party = partyOf(ctx.actor, order);
  if (party !== 'buyer' && party !== 'seller') return;
  const threadId = await findThread(ctx, { kind: 'order', id: orderId });
  if (threadId) await markRead(ctx, threadId);
}
