import { type Ctx, newId } from '#platform/context';
import { isConstraint, isSqlState } from '#platform/db';
import { findPurchase, orderJson } from '#orders';
import { ruleAt } from '#settings';
import { BalanceTooLow, PurchaseKeyReused, ServiceChanged } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';

const MADE_ONCE = 'order_purchase_is_made_once';
const SERVICE_CHANGED = 'CK001';
const BALANCE_TOO_LOW = 'LG001';

const BUY = {
  name: 'checkout-buy',
  text: 'select checkout.buy($1::jsonb, $2::jsonb, $3) as order_id',
};

/**
 * Reserves the price of the quote from the buyer's balance and opens the order: one round trip, all
 * or nothing. The same purchase key answers the order it made. Refuses ServiceChanged,
 * BalanceTooLow, PurchaseKeyReused.
 */
export async function openOrder(
  ctx: Ctx,
  input: { buyerId: string; quote: Quote; purchaseKey: string; feeMinor: bigint },
): Promise<{ orderId: string }> {
  const { buyerId, quote, purchaseKey } = input;
  const at = ctx.clock.now();
  const spend = { credit_transfer_id: newId(ctx), earned_transfer_id: newId(ctx), actor: buyerId };
  try {
    const { rows } = await ctx.pool.query<{ order_id: string }>({
      ...BUY,
      values: [await orderOf(ctx, input), JSON.stringify(spend), at],
    });
    return { orderId: (rows[0] as { order_id: string }).order_id };
  } catch (error) {
    if (isConstraint(error, MADE_ONCE)) {
      const first = await findPurchase(ctx, buyerId, purchaseKey);
      const same = first?.serviceId === quote.service.serviceId && first.priceMinor === quote.priceMinor;
      if (!first || !same) throw new PurchaseKeyReused();
      return { orderId: first.orderId };
    }
    if (isSqlState(error, SERVICE_CHANGED)) throw new ServiceChanged({ serviceId: quote.service.serviceId });
    if (isSqlState(error, BALANCE_TOO_LOW)) throw new BalanceTooLow(missingOf(error));
    throw error;
  }
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
