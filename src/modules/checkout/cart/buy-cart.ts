import { type Ctx, newId, requireMember } from '#platform/context';
import { isSqlState } from '#platform/db';
import { buyRefusal } from '../buying/buy-refusal.ts';
import { type OrderPart, orderParts, partsJson } from '../buying/order-parts.ts';
import { PurchaseKeyReused } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';
import { findCartPurchaseByKey } from './cart-store.ts';
import { isSameCart, paidLines, priceOf } from './paid-lines.ts';
import { requireCartShown, type ShownLine } from './require-cart-shown.ts';

export interface CartToBuy {
  /** Made with the form: the same key answers the same orders. */
  key: string;
  shown: readonly ShownLine[];
}

const DEADLOCK = '40P01';
const TRIES = 3;

/** One statement: all orders with their money, the row that answers a repetition, and an empty cart. */
const BUY_CART = {
  name: 'checkout-buy-cart',
  text: `with bought as materialized (select checkout.buy_all($1::jsonb, $2) as order_ids),
      emptied as (delete from checkout.cart_lines
        where member_id = $3 and service_id in (select (l ->> 'serviceId')::uuid
          from jsonb_array_elements($6::jsonb) as l))
    insert into checkout.cart_purchases (id, buyer_id, key, lines, price_minor, from_balance_minor,
      fee_minor, state, order_ids, created_at, settled_at)
    select $4, $3, $5, $6, $7, $7, 0, 'placed', order_ids, $2, $2 from bought
    returning order_ids as "orderIds"`,
};

/**
 * Buys everything in the cart from the buyer's balance, credit first, at the prices that were shown: one
 * order for each service, all or none, in one round trip (SPEC 4.1). The same key again answers the
 * orders it made. Refuses what `requireCartShown` does, and BalanceTooLow with what is missing of all.
 */
export async function buyCart(ctx: Ctx, input: CartToBuy): Promise<{ orderIds: string[] }> {
  const buyerId = requireMember(ctx);
  const first = await firstAnswer(ctx, buyerId, input);
  if (first) return first;
  try {
    const quotes = await requireCartShown(ctx, buyerId, input.shown);
    return await buyAll(ctx, { buyerId, key: input.key, quotes });
  } catch (error) {
    // The same form at the same time: it was faster, and the cart is empty by now.
    const done = await firstAnswer(ctx, buyerId, input);
    if (done) return done;
    throw error;
  }
}

/** What this key bought before: a retry gets the first answer, another cart under it none. */
async function firstAnswer(
  ctx: Ctx,
  buyerId: string,
  input: CartToBuy,
): Promise<{ orderIds: string[] } | undefined> {
  const first = await findCartPurchaseByKey(ctx, buyerId, input.key);
  if (!first) return undefined;
  if (first.state !== 'placed' || !isSameCart(first, input.shown)) throw new PurchaseKeyReused();
  return { orderIds: first.orderIds };
}

interface Buying {
  buyerId: string;
  key: string;
  quotes: readonly Quote[];
}

async function buyAll(ctx: Ctx, buying: Buying): Promise<{ orderIds: string[] }> {
  const { buyerId, key, quotes } = buying;
  const parts = await orderParts(
    ctx,
    quotes.map((quote) => ({
      buyerId,
      quote,
      purchaseKey: `cart:${key}:${quote.service.serviceId}`,
      feeMinor: 0n,
    })),
  );
  const values = valuesOf(ctx, buying, parts);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await ctx.pool.query<{ orderIds: string[] }>({ ...BUY_CART, values });
      return { orderIds: rows[0]?.orderIds ?? [] };
    } catch (error) {
      // Another purchase of this buyer waited the other way round; everything was rolled back.
      if (isSqlState(error, DEADLOCK) && attempt < TRIES) continue;
      // Which of them was refused the statement does not say: the page looks at each again.
      throw (quotes[0] && buyRefusal(error, quotes[0])) ?? error;
    }
  }
}

function valuesOf(ctx: Ctx, { buyerId, key, quotes }: Buying, parts: readonly OrderPart[]) {
  const at = ctx.clock.now();
  const lines = JSON.stringify(paidLines(quotes));
  return [partsJson(parts), at, buyerId, newId(ctx), key, lines, priceOf(quotes)];
}
