import { type Ctx, newId, type TxCtx } from '#platform/context';
import { shortCode } from '#platform/ids';
import { sql } from 'kysely';
import { firstReminderAt } from '../moves/order-clocks.ts';
import { orderRulesAt } from '../moves/order-rules.ts';
import { itemJson, type OrderItem, type OrderQuestion } from '../order-row.ts';

/** An order to be opened; every price, share and fee in it has been decided (SPEC 4.3). USD cents. */
export interface OrderToOpen {
  orderId: string;
  /** The buyer's own: a second order under it is refused by order_purchase_is_made_once. */
  purchaseKey: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
  serviceVersion: number;
  title: string;
  items: readonly OrderItem[];
  questions: readonly OrderQuestion[];
  priceMinor: bigint;
  feeMinor: bigint;
  commissionBps: number;
  clearingDays: number;
  deliveryDays: number;
  changesIncluded: number;
}

/** The order as SQL's orders.open takes it: what a purchase passes on in its one round trip. */
export async function orderJson(ctx: Ctx, order: OrderToOpen): Promise<string> {
  const now = ctx.clock.now();
  const rules = await orderRulesAt(ctx, now);
  return JSON.stringify({
    order_id: order.orderId,
    fact_id: newId(ctx),
    code: shortCode(ctx.random),
    purchase_key: order.purchaseKey,
    buyer_id: order.buyerId,
    seller_id: order.sellerId,
    service_id: order.serviceId,
    service_version: order.serviceVersion,
    title: order.title,
    items: order.items.map(itemJson),
    questions: order.questions,
    price_minor: Number(order.priceMinor),
    fee_minor: Number(order.feeMinor),
    commission_bps: order.commissionBps,
    clearing_days: order.clearingDays,
    delivery_days: order.deliveryDays,
    changes_included: order.changesIncluded,
    first_reminder_at: firstReminderAt(rules, now),
  });
}

/**
 * Opens an order in awaiting_requirements (SPEC 5.1). A thin call of SQL's orders.open; the price must be
 * reserved in the same transaction by the caller. Answers the order's id. `json` is of `orderJson`, best
 * made before the transaction.
 */
export async function openOrder(tx: TxCtx, json: string): Promise<string> {
  const { rows } = await sql<{ orderId: string }>`
    select orders.open(${json}::jsonb, ${tx.clock.now()}) as "orderId"`.execute(tx.db);
  if (!rows[0]) throw new Error('orders.open answered nothing');
  return rows[0].orderId;
}
