import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import type { OrderRequest, RequestState } from './order-request.ts';

const COLUMNS = sql`id as "requestId", conversation_id as "conversationId", service_id as "serviceId",
  buyer_id as "buyerId", seller_id as "sellerId", body, wished_minor as "wishedMinor",
  wished_days as "wishedDays", state, reason, asked_at as "askedAt"`;

const tidy = (request: OrderRequest): OrderRequest => ({
  ...request,
  wishedMinor: request.wishedMinor ?? undefined,
  wishedDays: request.wishedDays ?? undefined,
});

const MOST_LISTED = 20;

/** The request as it stands; undefined for an unknown or malformed id. Asks no policy. */
export async function findRequest(ctx: Ctx, requestId: string): Promise<OrderRequest | undefined> {
  if (!isUuid(requestId)) return undefined;
  const { rows } = await sql<OrderRequest>`
    select ${COLUMNS} from checkout.order_requests where id = ${requestId}`.execute(ctx.db);
  return rows[0] && tidy(rows[0]);
}

/** Requests of a conversation, the newest first. The caller has asked who may see it. */
export async function listRequests(ctx: Ctx, conversationId: string): Promise<OrderRequest[]> {
  const { rows } = await sql<OrderRequest>`select ${COLUMNS} from checkout.order_requests
    where conversation_id = ${conversationId} order by asked_at desc, id desc
    limit ${MOST_LISTED}`.execute(ctx.db);
  return rows.map(tidy);
}

/** Settles an open request of this conversation by compare-and-set; false when it is not open there. */
export async function settleRequest(
  tx: TxCtx,
  request: { requestId: string; conversationId: string },
  move: { to: Exclude<RequestState, 'open'>; reason?: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update checkout.order_requests
    set state = ${move.to}, reason = ${move.reason ?? ''}, settled_at = ${tx.clock.now()}
    where id = ${request.requestId} and conversation_id = ${request.conversationId}
      and state = 'open'`.execute(tx.db);
  return numAffectedRows === 1n;
}
