import { getSellableService } from '#catalogue';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { NotFound, Refusal } from '#platform/refusals';
import { sql } from 'kysely';
import { buyRefusal } from '../buying/buy-refusal.ts';
import { orderParts, partsJson } from '../buying/order-parts.ts';
import { requireBuyable, requireShown } from '../buying/require-shown.ts';
import { PurchaseGivenUp } from '../checkout-errors.ts';
import { purchaseReturned } from '../checkout-facts.ts';
import { type Quote, quoteOf } from '../quote.ts';
import { type CartPurchase, shareFee } from './cart.ts';
import { findCartPurchase, lockCartPurchase, moveCartPurchase } from './cart-store.ts';

/**
 * The money of a waiting cart has arrived as credit: opens all its orders at the prices that were paid
 * for, or none of them. When a service was paused or changed meanwhile the money stays as credit, the
 * cart as it was, and the buyer is told (SPEC 4.2). Harmless to repeat. Refuses NotFound.
 */
export async function placePaidCart(ctx: Ctx, purchaseId: string): Promise<CartPurchase> {
  const cart = await findCartPurchase(ctx, purchaseId);
  if (!cart) throw new NotFound({ purchaseId });
  if (cart.state === 'placed' || cart.state === 'returned') return cart;
  try {
    const quotes = await Promise.all(cart.lines.map((line) => quoteAsPaid(ctx, cart, line)));
    await inTransaction(ctx, (tx) => place(tx, purchaseId, quotes));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await inTransaction(ctx, (tx) => giveBack(tx, purchaseId, error.code));
  }
  return (await findCartPurchase(ctx, purchaseId)) ?? cart;
}

async function quoteAsPaid(
  ctx: Ctx,
  cart: CartPurchase,
  line: CartPurchase['lines'][number],
): Promise<Quote> {
  const service = requireBuyable(await getSellableService(ctx, line.serviceId), cart.buyerId);
  return requireShown(quoteOf(service, line), {
    shownPriceMinor: BigInt(line.price_minor),
    shownDays: line.deliveryDays,
  });
}

async function place(tx: TxCtx, purchaseId: string, quotes: readonly Quote[]): Promise<void> {
  const cart = await lockCartPurchase(tx, purchaseId);
  if (!cart || cart.state === 'placed' || cart.state === 'returned') return;
  if (cart.state === 'given_up') throw new PurchaseGivenUp();
  const { buyerId } = cart;
  const fees = shareFee(
    cart.feeMinor,
    quotes.map(({ priceMinor }) => priceMinor),
  );
  const parts = await orderParts(
    tx,
    quotes.map((quote, at) => ({
      buyerId,
      quote,
      purchaseKey: `purchase:${purchaseId}:${quote.service.serviceId}`,
      feeMinor: fees[at] ?? 0n,
    })),
  );
  const orderIds = await buyAll(tx, partsJson(parts), quotes);
  await moveCartPurchase(tx, cart, { to: 'placed', orderIds });
  const serviceIds = cart.lines.map(({ serviceId }) => serviceId);
  await sql`delete from checkout.cart_lines
    where member_id = ${buyerId} and service_id = any(${serviceIds}::uuid[])`.execute(tx.db);
}

async function buyAll(tx: TxCtx, parts: string, quotes: readonly Quote[]): Promise<string[]> {
  try {
    const { rows } = await sql<{ order_ids: string[] }>`
      select checkout.buy_all(${parts}::jsonb, ${tx.clock.now()}) as order_ids`.execute(tx.db);
    return rows[0]?.order_ids ?? [];
  } catch (error) {
    throw (quotes[0] && buyRefusal(error, quotes[0])) ?? error;
  }
}

async function giveBack(tx: TxCtx, purchaseId: string, reason: string): Promise<void> {
  const cart = await lockCartPurchase(tx, purchaseId);
  if (!cart || !(await moveCartPurchase(tx, cart, { to: 'returned', reason }))) return;
  await recordFact(tx, purchaseReturned, { purchaseId, buyerId: cart.buyerId, reason });
}
