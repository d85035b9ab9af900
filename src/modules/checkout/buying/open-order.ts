import { type Ctx, newId } from '#platform/context';
import { isConstraint, isSqlState } from '#platform/db';
import { findPurchase, orderJson } from '#orders';
import { ruleAt } from '#settings';
import { sql } from 'kysely';
import { BalanceTooLow, PurchaseKeyReused, QueueFull, ServiceChanged } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';
import { boughtOf, isSamePurchase } from './same-purchase.ts';

const MADE_ONCE = 'order_purchase_is_made_once';
const SERVICE_CHANGED = 'CK001';
const QUEUE_FULL = 'CK002';
const BALANCE_TOO_LOW = 'LG001';

const BUY = {
  name: 'checkout-buy',
  text: 'select checkout.buy($1::jsonb, $2::jsonb, $3) as order_id',
};

/**
 * Reserves the price of the quote from the buyer's balance and opens the order: one round trip, all
 * or nothing. The same purchase key answers the order it made (inside another transaction it is
 * refused: that has failed by then). Refuses ServiceChanged, QueueFull, BalanceTooLow, PurchaseKeyReused.
 */
export async function openOrder(
  ctx: Ctx,
  input: { buyerId: string; quote: Quote; purchaseKey: string; feeMinor: bigint },
): Promise<{ orderId: string }> {
  const { buyerId, quote, purchaseKey } = input;
  const at = ctx.clock.now();
  const spend = { credit_transfer_id: newId(ctx), earned_transfer_id: newId(ctx), actor: buyerId };
  try {
    const order = await orderOf(ctx, input);
    return { orderId: await buy(ctx, [order, JSON.stringify(spend), at]) };
  } catch (error) {
    if (isConstraint(error, MADE_ONCE)) {
      const first =
        'inTransaction' in ctx ? undefined : await findPurchase(ctx, buyerId, purchaseKey);
      if (!first || !isSamePurchase(boughtOf(first), boughtIn(quote)))
        throw new PurchaseKeyReused();
      return { orderId: first.orderId };
    }
    if (isSqlState(error, SERVICE_CHANGED))
      throw new ServiceChanged({ serviceId: quote.service.serviceId });
    if (isSqlState(error, QUEUE_FULL)) throw new QueueFull({ serviceId: quote.service.serviceId });
    if (isSqlState(error, BALANCE_TOO_LOW)) throw new BalanceTooLow(missingOf(error));
    throw error;
  }
}

/** The one statement: on a connection of its own, prepared, or on that of the transaction it is part of. */
async function buy(ctx: Ctx, values: [order: string, spend: string, at: Date]): Promise<string> {
  if ('inTransaction' in ctx) {
    const [order, spend, at] = values;
    const { rows } = await sql<{ order_id: string }>`
      select checkout.buy(${order}::jsonb, ${spend}::jsonb, ${at}) as order_id`.execute(ctx.db);
    return (rows[0] as { order_id: string }).order_id;
  }
  const { rows } = await ctx.pool.query<{ order_id: string }>({ ...BUY, values });
  return (rows[0] as { order_id: string }).order_id;
}

function boughtIn({ service, lines, quantity, priceMinor }: Quote) {
  const upgradeIds = lines.flatMap((line) => line.upgradeId ?? []);
  return { serviceId: service.serviceId, priceMinor, quantity, upgradeIds };
}

/** Price, commission and clearing as they are at this moment (SPEC 4.3), for orders.open. */
async function orderOf(
  ctx: Ctx,
  input: { buyerId: string; quote: Quote; purchaseKey: string; feeMinor: bigint },
): Promise<string> {
  const { quote } = input;
  const { service } = quote;
  const commission = await ruleAt(ctx, 'fee.seller-bps');
  const clearing = await ruleAt(ctx, 'clearing.days');
  return orderJson(ctx, {
    orderId: newId(ctx),
    purchaseKey: input.purchaseKey,
    buyerId: input.buyerId,
    sellerId: service.sellerId,
    serviceId: service.serviceId,
    serviceVersion: service.version,
    title: service.title,
    items: quote.lines.map((line) => ({
      kind: line.kind,
      title: line.title,
      unitPriceMinor: line.unitPriceMinor,
      quantity: quote.quantity,
      daysDelta: line.daysDelta,
      upgradeId: line.upgradeId,
    })),
    questions: service.requirements,
    priceMinor: quote.priceMinor,
    feeMinor: input.feeMinor,
    commissionBps: commission[service.sellerLevel],
    clearingDays: clearing[service.sellerLevel],
    deliveryDays: quote.deliveryDays,
    changesIncluded: service.changesIncluded,
  });
}

function missingOf(error: unknown): bigint {
  const { detail } = error as { detail?: string };
  return BigInt((JSON.parse(detail ?? '{}') as { missingMinor?: string }).missingMinor ?? '0');
}
