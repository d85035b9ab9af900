import type { Ctx } from '#platform/context';
import { requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { type RawBuilder, sql } from 'kysely';
import { isReader } from './order-policy.ts';
import { type Order, type OrderRow, orderOf } from './order-row.ts';
import type { OrderState } from './order.ts';
import { NotFound } from '#platform/refusals';

/** What people filter by: `completed` shows the closed ones too (SPEC 5.1). */
export const STATE_FILTERS = [
  'awaiting_requirements',
  'in_progress',
  'delivered',
  'completed',
  'cancelled',
  'disputed',
] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

export interface OrderPage {
  orders: Order[];
  /** Give it as `before` for the next page; undefined on the last. */
  nextBefore: string | undefined;
}

export interface OrderQuery {
  side: 'buyer' | 'seller';
  state?: StateFilter;
  /** Orders older than this one's id. */
  before?: string;
  limit?: number;
}

const MAX_PAGE = 50;

/** Orders of the member who acts, on the side asked for, newest first (SPEC 5.11). */
export async function listOrders(ctx: Ctx, query: OrderQuery): Promise<OrderPage> {
  const memberId = requireMember(ctx);
  const side = sideColumn(query.side);
  return readPage(ctx, query, sql`${side} = ${memberId}`);
}

/** How many orders the member has on that side in each state, zero included. */
export async function countOrders(
  ctx: Ctx,
  side: 'buyer' | 'seller',
): Promise<Record<StateFilter | 'all', number>> {
  const memberId = requireMember(ctx);
  const { rows } = await sql<{ state: OrderState; count: bigint }>`
    select state, count(*) as count from orders.orders
    where ${sideColumn(side)} = ${memberId} group by state`.execute(ctx.db);
  return countsOf(rows);
}

/** Every order for the staff who help, newest first, by state or by code; NotFound for others. */
export async function listAllOrders(
  ctx: Ctx,
  query: Omit<OrderQuery, 'side'> & { code?: string },
): Promise<OrderPage> {
  if (ctx.actor.kind !== 'member' || !isReader(ctx.actor.roles)) throw new NotFound();
  return readPage(ctx, query, query.code ? sql`code = ${query.code}` : sql`true`);
}

/** Orders of the member who acts, on either side, by id (at most 100); ids of others are left out. */
export async function listOrdersById(
  ctx: Ctx,
  orderIds: readonly string[],
): Promise<Map<string, Order>> {
  const memberId = requireMember(ctx);
  const ids = orderIds.filter(isUuid).slice(0, 100);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<OrderRow>`select * from orders.orders
    where id = any(${ids}::uuid[]) and (buyer_id = ${memberId} or seller_id = ${memberId})`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.id, orderOf(row)]));
}

async function readPage(
  ctx: Ctx,
  query: Omit<OrderQuery, 'side'>,
  whose: RawBuilder<unknown>,
): Promise<OrderPage> {
  const limit = Math.min(query.limit ?? 20, MAX_PAGE);
  const states = query.state === 'completed' ? ['completed', 'closed'] : [query.state];
  const inState = query.state ? sql`state = any(${states})` : sql`true`;
  const older = isUuid(query.before) ? sql`id < ${query.before}` : sql`true`;
  const { rows } = await sql<OrderRow>`select * from orders.orders
    where ${whose} and ${inState} and ${older} order by id desc limit ${limit + 1}`.execute(ctx.db);
  const orders = rows.slice(0, limit).map(orderOf);
  return { orders, nextBefore: rows.length > limit ? orders.at(-1)?.orderId : undefined };
}

function sideColumn(side: 'buyer' | 'seller'): RawBuilder<unknown> {
  return side === 'buyer' ? sql.ref('buyer_id') : sql.ref('seller_id');
}

function countsOf(
  rows: readonly { state: OrderState; count: bigint }[],
): Record<StateFilter | 'all', number> {
  const counts: Record<StateFilter | 'all', number> = {
    all: 0,
    awaiting_requirements: 0,
    in_progress: 0,
    delivered: 0,
    completed: 0,
    cancelled: 0,
    disputed: 0,
  };
  for (const { state, count } of rows) {
    const filter = state === 'closed' ? 'completed' : state;
    counts.all += Number(count);
    if (filter in counts) counts[filter as StateFilter] += Number(count);
  }
  return counts;
}

/** What a seller has in work and has finished; for profiles and service pages. */
export interface OrderFigures {
  inProgress: number;
  completed: number;
  cancelled: number;
}

/** Figures of a seller's orders. */
export async function orderFigures(ctx: Ctx, sellerId: string): Promise<OrderFigures> {
  const { rows } = await sql<{ state: OrderState; count: bigint }>`
    select state, count(*) as count from orders.orders where seller_id = ${sellerId} group by state`.execute(
    ctx.db,
  );
  const counts = countsOf(rows);
  return {
    inProgress: counts.awaiting_requirements + counts.in_progress + counts.delivered,
    completed: counts.completed,
    cancelled: counts.cancelled,
  };
}

/** Completed orders by service (at most 500 services); services without any are left out. */
export async function completedByService(
  ctx: Ctx,
  serviceIds: readonly string[],
): Promise<Map<string, number>> {
  if (serviceIds.length === 0) return new Map();
  const { rows } = await sql<{ serviceId: string; count: bigint }>`
    select service_id as "serviceId", count(*) as count from orders.orders
    where service_id = any(${serviceIds.slice(0, 500)}::uuid[]) and state in ('completed', 'closed')
    group by service_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.serviceId, Number(row.count)]));
}
