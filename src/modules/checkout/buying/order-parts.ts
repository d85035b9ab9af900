import { type Ctx, newId } from '#platform/context';
import { orderJson } from '#orders';
import { ruleAt } from '#settings';
import type { Quote } from '../quote.ts';

/** A purchase that is decided: who, what at which price, under which key, with which fee (USD cents). */
export interface OrderToBuy {
  buyerId: string;
  quote: Quote;
  purchaseKey: string;
  feeMinor: bigint;
}

/** The same as SQL takes it: the order for orders.open as text, the transfers for ledger.spend. */
export interface OrderPart {
  orderJson: string;
  spend: { credit_transfer_id: string; earned_transfer_id: string; actor: string };
}

/** Price, commission and clearing of each as they are at this moment (SPEC 4.3). */
export async function orderParts(ctx: Ctx, orders: readonly OrderToBuy[]): Promise<OrderPart[]> {
  const parts: OrderPart[] = [];
  for (const one of orders) {
    const spend = {
      credit_transfer_id: newId(ctx),
      earned_transfer_id: newId(ctx),
      actor: one.buyerId,
    };
    parts.push({ orderJson: await orderOf(ctx, one), spend });
  }
  return parts;
}

async function orderOf(ctx: Ctx, input: OrderToBuy): Promise<string> {
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
      note: line.note,
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

/** Several of them as checkout.buy_all takes them. */
export const partsJson = (parts: readonly OrderPart[]): string =>
  `[${parts.map((part) => `{"order":${part.orderJson},"spend":${JSON.stringify(part.spend)}}`).join(',')}]`;
