import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import { type Offer, offerMoves } from './offer.ts';

const COLUMNS = sql`id as "offerId", conversation_id as "conversationId", request_id as "requestId",
  service_id as "serviceId", seller_id as "sellerId", buyer_id as "buyerId", title, scope,
  price_minor as "priceMinor", delivery_days as "deliveryDays", changes_included as "changesIncluded",
  asks_questions as "asksQuestions", state, reason, order_id as "orderId", offered_at as "offeredAt",
  stands_until as "standsUntil", settled_at as "settledAt"`;

const tidy = (offer: Offer): Offer => ({
  ...offer,
  requestId: offer.requestId ?? undefined,
  orderId: offer.orderId ?? undefined,
  settledAt: offer.settledAt ?? undefined,
});

/** The offer as it stands; undefined for an unknown or malformed id. Asks no policy. */
export async function findOffer(ctx: Ctx, offerId: string): Promise<Offer | undefined> {
  if (!isUuid(offerId)) return undefined;
  const { rows } = await sql<Offer>`
    select ${COLUMNS} from checkout.offers where id = ${offerId}`.execute(ctx.db);
  return rows[0] && tidy(rows[0]);
}

/** What this seller offered with a form before. */
export async function findOfferByKey(
  ctx: Ctx,
  { sellerId, key }: { sellerId: string; key: string },
): Promise<Offer | undefined> {
  const { rows } = await sql<Offer>`select ${COLUMNS} from checkout.offers
    where seller_id = ${sellerId} and form_key = ${key}`.execute(ctx.db);
  return rows[0] && tidy(rows[0]);
}

const MOST_LISTED = 50;

/** Offers of a conversation, the newest first. The caller has asked who may see it. */
export async function listOffers(ctx: Ctx, conversationId: string): Promise<Offer[]> {
  const { rows } = await sql<Offer>`select ${COLUMNS} from checkout.offers
    where conversation_id = ${conversationId} order by offered_at desc, id desc
    limit ${MOST_LISTED}`.execute(ctx.db);
  return rows.map(tidy);
}

/** Writes a new, open offer under the key of its form. */
export async function insertOffer(tx: TxCtx, offer: Offer, key: string): Promise<void> {
  await sql`insert into checkout.offers (id, conversation_id, request_id, service_id, seller_id, buyer_id,
      form_key, title, scope, price_minor, delivery_days, changes_included, asks_questions, offered_at, stands_until)
    values (${offer.offerId}, ${offer.conversationId}, ${offer.requestId ?? null}, ${offer.serviceId},
      ${offer.sellerId}, ${offer.buyerId}, ${key}, ${offer.title}, ${offer.scope}, ${offer.priceMinor},
      ${offer.deliveryDays}, ${offer.changesIncluded}, ${offer.asksQuestions}, ${offer.offeredAt},
      ${offer.standsUntil})`.execute(tx.db);
}

/** Settles an open offer by compare-and-set; false when somebody or the clock was there first. */
export async function settleOffer(
  tx: TxCtx,
  offerId: string,
  { move, reason = '' }: { move: 'decline' | 'withdraw'; reason?: string },
): Promise<boolean> {
  const now = tx.clock.now();
  const { to } = offerMoves[move];
  const { numAffectedRows } = await sql`update checkout.offers
    set state = ${to}, reason = ${reason}, settled_at = ${now}
    where id = ${offerId} and state = 'open' and stands_until > ${now}`.execute(tx.db);
  return numAffectedRows === 1n;
}
