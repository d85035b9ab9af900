import { actorName, type Ctx, type TxCtx } from '#platform/context';
import { gathered } from '#platform/crowd';
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
export const moveOrder = gathered(async (tx: TxCtx, moves: readonly Move[]) => {
  const at = tx.clock.now();
  const { rows } = await sql<OrderRow>`with asked as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(moves.map(moveJson))}::jsonb) as m(
      id uuid, from_state text, version integer, act text, party text, key text, details jsonb, state text,
      requirements_at timestamptz, seller_spoke_at timestamptz, due_at timestamptz,
      first_delivered_at timestamptz, delivered_at timestamptz, acceptance_ends_at timestamptz,
      prolonged boolean, changes_used integer, parts_delivered integer, extensions_asked integer,
      refunded_minor bigint, disputed_at timestamptz, frozen_ms bigint, completed_at timestamptz,
      cancelled_at timestamptz, closed_at timestamptz)), moved as (
    update orders.orders o set state = m.state, version = o.version + 1, moved_at = ${at},
      requirements_at = m.requirements_at, seller_spoke_at = m.seller_spoke_at, due_at = m.due_at,
      first_delivered_at = m.first_delivered_at, delivered_at = m.delivered_at,
      acceptance_ends_at = m.acceptance_ends_at, prolonged = m.prolonged,
      changes_used = m.changes_used, parts_delivered = m.parts_delivered,
      extensions_asked = m.extensions_asked, refunded_minor = m.refunded_minor,
      disputed_at = m.disputed_at, frozen_ms = m.frozen_ms, completed_at = m.completed_at,
      cancelled_at = m.cancelled_at, closed_at = m.closed_at
    from asked m where o.id = m.id and o.state = m.from_state and o.version = m.version
    returning o.*), noted as (
    insert into orders.history (order_id, at, actor, party, act, from_state, to_state, key, details)
    select m.id, ${at}, ${actorName(tx)}, m.party, m.act, m.from_state, m.state, m.key, m.details
    from asked m join moved using (id))
    select * from moved`.execute(tx.db);
  const moved = new Map(rows.map((row) => [row.id, orderOf(row)]));
  return moves.map(({ order }) => moved.get(order.orderId) ?? new OrderMoved(order.state));
});

/** A move as the statement reads it: where the order was read, and how all its columns are to stand. */
function moveJson({ order, change, ...move }: Move): object {
  const next = { ...order, ...change };
  return {
    id: order.orderId,
    from_state: order.state,
    version: order.version,
    act: move.act,
    party: move.party,
    key: move.key,
    details: move.details,
    state: move.to,
    requirements_at: next.requirementsAt,
    seller_spoke_at: next.sellerSpokeAt,
    due_at: next.dueAt,
    first_delivered_at: next.firstDeliveredAt,
    delivered_at: next.deliveredAt,
    acceptance_ends_at: next.acceptanceEndsAt,
    prolonged: next.prolonged,
    changes_used: next.changesUsed,
    parts_delivered: next.partsDelivered,
    extensions_asked: next.extensionsAsked,
    refunded_minor: next.refundedMinor.toString(),
    disputed_at: next.disputedAt,
    frozen_ms: next.frozenMs.toString(),
    completed_at: next.completedAt,
    cancelled_at: next.cancelledAt,
    closed_at: next.closedAt,
  };
}
