import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { canRead } from './order-policy.ts';
import type { Order } from './order-row.ts';
import { findOrder } from './order-store.ts';

/** The order, for its buyer, its seller, and staff who help; NotFound for everybody else. */
export async function getOrder(ctx: Ctx, orderId: string): Promise<Order> {
  const order = await findOrder(ctx, orderId);
  if (!order || !canRead(ctx.actor, order)) throw new NotFound();
  return order;
}
