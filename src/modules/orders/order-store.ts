import { actorName, type Ctx, type TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type RawBuilder, sql } from 'kysely';
import { OrderMoved } from './order-errors.ts';
import type { Act, OrderState, Party } from './order.ts';
import { type Order, type OrderRow, orderOf } from './order-row.ts';

/** The columns an act may write beside the state; everything that was bought stays as it was. */
export interface OrderChange {
  requirementsAt?: Date;
  sellerSpokeAt?: Date;
  dueAt?: Date;
  firstDeliveredAt?: Date;
  deliveredAt?: Date;
  acceptanceEndsAt?: Date;
  prolonged?: boolean;
  changesUsed?: number;
  partsDelivered?: number;
  extensionsAsked?: number;
  refundedMinor?: bigint;
  disputedAt?: Date;
  frozenMs?: bigint;
  completedAt?: Date;
  cancelledAt?: Date;
  closedAt?: Date;
}

/** One row of the history: who did what, from where to where. */
export interface Move {
  order: Order;
  act: Act;
  party: Party;
  to: OrderState;
  change: OrderChange;
  key?: string;
  details?: object;
}

/** Reads an order without a lock; undefined when there is none. */
export async function findOrder(ctx: Ctx, orderId: string): Promise<Order | undefined> {
  if (!isUuid(orderId)) return undefined;
  return readOne(ctx, sql`where id = ${orderId}`);
}

/** Reads and locks an order until the transaction ends; undefined when there is none. */
export async function lockOrder(tx: TxCtx, orderId: string): Promise<Order | undefined> {
  if (!isUuid(orderId)) return undefined;
  return readOne(tx, sql`where id = ${orderId} for no key update`);
}

/** The order bought under this key of this buyer. */
export async function findPurchase(
  ctx: Ctx,
  buyerId: string,
  key: string,
): Promise<Order | undefined> {
  return readOne(ctx, sql`where buyer_id = ${buyerId} and purchase_key = ${key}`);
}

async function readOne(ctx: Ctx, where: RawBuilder<unknown>): Promise<Order | undefined> {
  const { rows } = await sql<OrderRow>`select * from orders.orders ${where}`.execute(ctx.db);
  return rows[0] && orderOf(rows[0]);
}

/** Which act this order has already done under the key, if any. */
export async function findActByKey(
  tx: TxCtx,
  orderId: string,
  key: string,
): Promise<Act | undefined> {
  const { rows } = await sql<{ act: Act }>`
    select act from orders.history where order_id = ${orderId} and key = ${key}`.execute(tx.db);
  return rows[0]?.act;
}

/**
 * The only writer of an order's state: compare-and-set on state and version, with a row of history.
 * Refuses with OrderMoved when the order is no longer as it was read.
 */
export async function moveOrder(tx: TxCtx, move: Move): Promise<Order> {
  const { order, change } = move;
  const at = tx.clock.now();
  const next = { ...order, ...change };
  const details = move.details ? JSON.stringify(move.details) : null;
  const { rows } = await sql<OrderRow>`with moved as (update orders.orders set
      state = ${move.to}, version = version + 1, moved_at = ${at},
      requirements_at = ${next.requirementsAt}, seller_spoke_at = ${next.sellerSpokeAt},
      due_at = ${next.dueAt}, first_delivered_at = ${next.firstDeliveredAt},
      delivered_at = ${next.deliveredAt}, acceptance_ends_at = ${next.acceptanceEndsAt},
      prolonged = ${next.prolonged}, changes_used = ${next.changesUsed},
      parts_delivered = ${next.partsDelivered},
      extensions_asked = ${next.extensionsAsked}, refunded_minor = ${next.refundedMinor},
      disputed_at = ${next.disputedAt}, frozen_ms = ${next.frozenMs}, completed_at = ${next.completedAt},
      cancelled_at = ${next.cancelledAt}, closed_at = ${next.closedAt}
    where id = ${order.orderId} and state = ${order.state} and version = ${order.version}
    returning *), noted as (
    insert into orders.history (order_id, at, actor, party, act, from_state, to_state, key, details)
    select id, ${at}, ${actorName(tx)}, ${move.party}, ${move.act}, ${order.state}, ${move.to},
      ${move.key ?? null}, ${details}::jsonb from moved)
    select * from moved`.execute(tx.db);
  const row = rows[0];
  if (!row) throw new OrderMoved(order.state);
  return orderOf(row);
}
