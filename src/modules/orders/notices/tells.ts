import { type Ctx, inTransaction } from '#platform/context';
import { defineListener, type Fact, type FactRecord, type Listener } from '#platform/facts';
import type * as facts from '../order-facts.ts';
import type { Order } from '../order-row.ts';
import { findOrder } from '../order-store.ts';
import { type Telling, tellSide } from './order.notice.ts';

/** What one side is told, without the order and the fact that come by themselves. */
export type Words = Omit<Telling, 'order' | 'key'>;

/** A listener that tells the sides of an order what a fact means for each. */
export function tells<P extends facts.OrderIds>(
  name: string,
  fact: Fact<P>,
  what: (order: Order, payload: P, ctx: Ctx) => readonly Words[] | Promise<readonly Words[]>,
): Listener {
  return defineListener(`orders.notice-${name}`, fact, async (ctx, payload, record: FactRecord) => {
    const order = await findOrder(ctx, payload.orderId);
    if (!order) return;
    const tellings = await what(order, payload, ctx);
    await inTransaction(ctx, async (tx) => {
      for (const words of tellings)
        await tellSide(tx, { ...words, order, key: `fact:${record.id}` });
    });
  });
}

/** The other side. */
export const otherThan = (side: 'buyer' | 'seller') => (side === 'buyer' ? 'seller' : 'buyer');
