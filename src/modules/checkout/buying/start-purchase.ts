import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { getSellableService } from '#catalogue';
import { balancesOf } from '#ledger';
import { buyerFee, type Payment, startPayment } from '#wallet';
import { PurchaseKeyReused } from '../checkout-errors.ts';
import type { Purchase } from '../purchase.ts';
import { insertPurchase, keepPayment } from '../purchase-store.ts';
import { quoteOf } from '../quote.ts';
import { type BuyFromBalance, requireBuyable, requirePrice } from './buy-from-balance.ts';

export interface StartPurchase extends BuyFromBalance {
  gateway: string;
  /** Use what stands in the balance first, the gateway for the rest. */
  useBalance: boolean;
}

/**
 * Begins a purchase that a gateway pays in whole or in part. The order exists only when the money
 * does: until then this is a waiting purchase with its payment. Refuses SignInRequired, NotFound,
 * OwnService, PriceChanged, ServiceChanged, PurchaseKeyReused.
 */
export async function startPurchase(
  ctx: Ctx,
  input: StartPurchase,
): Promise<{ purchase: Purchase; payment: Payment }> {
  const buyerId = requireMember(ctx);
  const service = requireBuyable(await getSellableService(ctx, input.serviceId), buyerId);
  const quote = requirePrice(quoteOf(service, input), input);
  const fromBalanceMinor = input.useBalance ? await usableBalance(ctx, buyerId, quote.priceMinor) : 0n;
  const amountMinor = quote.priceMinor - fromBalanceMinor;
  const purchase = await inTransaction(ctx, async (tx) =>
    insertPurchase(tx, {
      purchaseId: newId(tx),
      buyerId,
      key: input.key,
      serviceId: service.serviceId,
      serviceVersion: service.version,
      upgradeIds: quote.lines.flatMap((line) => line.upgradeId ?? []),
      quantity: quote.quantity,
      priceMinor: quote.priceMinor,
      fromBalanceMinor,
      feeMinor: await buyerFee(tx, amountMinor),
    }),
  );
  if (purchase.serviceId !== service.serviceId || purchase.priceMinor !== quote.priceMinor) {
    throw new PurchaseKeyReused();
  }
  const payment = await startPayment(ctx, {
    gateway: input.gateway,
    purpose: 'purchase',
    purchaseId: purchase.purchaseId,
    amountMinor: purchase.priceMinor - purchase.fromBalanceMinor,
    feeMinor: purchase.feeMinor,
    key: `purchase:${purchase.purchaseId}`,
    description: service.title,
  });
  await keepPayment(ctx, purchase.purchaseId, payment.paymentId);
  return { purchase: { ...purchase, paymentId: payment.paymentId }, payment };
}

/** What of the balance can go into the price; at least one cent stays for the gateway. */
async function usableBalance(ctx: Ctx, memberId: string, priceMinor: bigint): Promise<bigint> {
  const { creditMinor, earnedMinor } = await balancesOf(ctx, memberId);
  const spendable = creditMinor + earnedMinor;
  return spendable >= priceMinor ? 0n : spendable;
}
