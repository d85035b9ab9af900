import type { Ctx } from '#platform/context';
import { isConstraint } from '#platform/db';
import { findPurchase } from '#orders';
import { sql } from 'kysely';
import { PurchaseKeyReused } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';
import { buyRefusal } from './buy-refusal.ts';
import { type OrderPart, orderParts, type OrderToBuy } from './order-parts.ts';
import { boughtOf, isSamePurchase } from './same-purchase.ts';

const MADE_ONCE = 'order_purchase_is_made_once';

const BUY = {
  name: 'checkout-buy',
  text: 'select checkout.buy($1::jsonb, $2::jsonb, $3) as order_id',
};

const BUY_OFFER = {
  name: 'checkout-buy-offer',
  text: 'select checkout.buy_offer($1::jsonb, $2::jsonb, $3, $4) as order_id',
};

/**
 * Reserves the price of the quote from the buyer's balance and opens the order: one round trip, all
 * or nothing. The same purchase key answers the order it made (inside another transaction it is
 * refused: that has failed by then). Refuses ServiceChanged, QueueFull, OfferClosed,
 * BalanceTooLow, PurchaseKeyReused.
 */
export async function openOrder(ctx: Ctx, input: OrderToBuy): Promise<{ orderId: string }> {
  const { buyerId, quote, purchaseKey } = input;
  const at = ctx.clock.now();
  try {
    const [part] = await orderParts(ctx, [input]);
    const { offerId } = quote;
    return { orderId: await buy(ctx, { part: part as OrderPart, offerId, at }) };
  } catch (error) {
    if (isConstraint(error, MADE_ONCE)) {
      const first =
        'inTransaction' in ctx ? undefined : await findPurchase(ctx, buyerId, purchaseKey);
      if (!first || !isSamePurchase(boughtOf(first), boughtIn(quote)))
        throw new PurchaseKeyReused();
      return { orderId: first.orderId };
    }
    throw buyRefusal(error, quote) ?? error;
  }
}

/** The one statement: on a connection of its own, prepared, or on that of the transaction it is part of. */
async function buy(
  ctx: Ctx,
  input: { part: OrderPart; offerId?: string; at: Date },
): Promise<string> {
  const { part, offerId, at } = input;
  const order = part.orderJson;
  const spend = JSON.stringify(part.spend);
  if ('inTransaction' in ctx) {
    const call =
      offerId === undefined
        ? sql`checkout.buy(${order}::jsonb, ${spend}::jsonb, ${at})`
        : sql`checkout.buy_offer(${order}::jsonb, ${spend}::jsonb, ${offerId}, ${at})`;
    const { rows } = await sql<{ order_id: string }>`select ${call} as order_id`.execute(ctx.db);
    return (rows[0] as { order_id: string }).order_id;
  }
  const query =
    offerId === undefined
      ? { ...BUY, values: [order, spend, at] }
      : { ...BUY_OFFER, values: [order, spend, offerId, at] };
  const { rows } = await ctx.pool.query<{ order_id: string }>(query);
  return (rows[0] as { order_id: string }).order_id;
}

function boughtIn({ service, lines, quantity, priceMinor }: Quote) {
  const upgradeIds = lines.flatMap((line) => line.upgradeId ?? []);
  return { serviceId: service.serviceId, priceMinor, quantity, upgradeIds };
}
