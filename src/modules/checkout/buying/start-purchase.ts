import { getSellableService } from '#catalogue';
import { balancesOf } from '#ledger';
import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { buyerFee, type Payment, startPayment } from '#wallet';
import { BalanceChanged, PurchaseKeyReused } from '../checkout-errors.ts';
import type { Purchase } from '../purchase.ts';
import {
  findPurchaseByKey,
  insertPurchase,
  keepPayment,
  type NewPurchase,
} from '../purchase-store.ts';
import { getOfferTo, quoteOpenOffer } from '../offers/offer-quote.ts';
import { type Choice, type Quote, quoteOf } from '../quote.ts';
import type { BuyFromBalance } from './buy-from-balance.ts';
import { requireBuyable, requireShown } from './require-shown.ts';
import { isSamePurchase } from './same-purchase.ts';

export interface StartPurchase extends BuyFromBalance {
  gateway: string;
  /** Use what stands in the balance first, the gateway for the rest. */
  useBalance: boolean;
  /** The balance that the page shared the price by, USD cents; left out where no page was shown. */
  shownBalanceMinor?: bigint;
}

/**
 * Begins a purchase that a gateway pays in whole or in part. The order exists only when the money
 * does: until then this is a waiting purchase with its payment. Refuses SignInRequired, NotFound,
 * OwnService, PriceChanged, DeliveryChanged, ServiceChanged, OfferClosed, BalanceChanged,
 * PurchaseKeyReused.
 */
export async function startPurchase(
  ctx: Ctx,
  input: StartPurchase,
): Promise<{ purchase: Purchase; payment: Payment }> {
  const buyerId = requireMember(ctx);
  const first = await findPurchaseByKey(ctx, buyerId, input.key);
  const purchase = first ?? (await writePurchase(ctx, buyerId, input));
  const wanted = { ...input, priceMinor: input.shownPriceMinor };
  // An offer says all the rest by itself.
  const same =
    purchase.offerId === input.offerId &&
    (input.offerId === undefined
      ? isSamePurchase(purchase, wanted)
      : purchase.priceMinor === wanted.priceMinor);
  if (!same) throw new PurchaseKeyReused();
  const title = await titleOf(ctx, purchase);
  const payment = await startPayment(ctx, {
    gateway: input.gateway,
    purpose: 'purchase',
    purchaseId: purchase.purchaseId,
    amountMinor: purchase.priceMinor - purchase.fromBalanceMinor,
    feeMinor: purchase.feeMinor,
    key: `purchase:${purchase.purchaseId}`,
    description: title,
  });
  await keepPayment(ctx, purchase.purchaseId, payment.paymentId);
  return { purchase: { ...purchase, paymentId: payment.paymentId }, payment };
}

async function titleOf(ctx: Ctx, { offerId, serviceId, buyerId }: Purchase): Promise<string> {
  if (offerId !== undefined) return (await getOfferTo(ctx, offerId, buyerId)).title;
  return (await getSellableService(ctx, serviceId)).title;
}

async function writePurchase(ctx: Ctx, buyerId: string, input: StartPurchase): Promise<Purchase> {
  const quote = requireShown(await quoteNow(ctx, buyerId, input), input);
  const { service } = quote;
  const fromBalanceMinor = input.useBalance
    ? await shareOfBalance(ctx, quote.priceMinor, input)
    : 0n;
  const purchase: NewPurchase = {
    purchaseId: newId(ctx),
    buyerId,
    key: input.key,
    serviceId: service.serviceId,
    serviceVersion: service.version,
    upgradeIds: quote.lines.flatMap((line) => line.upgradeId ?? []),
    quantity: quote.quantity,
    priceMinor: quote.priceMinor,
    deliveryDays: quote.deliveryDays,
    offerId: quote.offerId,
    fromBalanceMinor,
    feeMinor: await buyerFee(ctx, quote.priceMinor - fromBalanceMinor),
  };
  return inTransaction(ctx, (tx) => insertPurchase(tx, purchase));
}

/** What is bought, at its price of this moment: a service, or an offer made to this buyer. */
async function quoteNow(ctx: Ctx, buyerId: string, choice: Choice): Promise<Quote> {
  if (choice.offerId !== undefined) {
    return quoteOpenOffer(ctx, await getOfferTo(ctx, choice.offerId, buyerId));
  }
  return quoteOf(requireBuyable(await getSellableService(ctx, choice.serviceId), buyerId), choice);
}

/** What of the balance goes into the price, as the page said. Refuses BalanceChanged. */
async function shareOfBalance(ctx: Ctx, priceMinor: bigint, input: StartPurchase): Promise<bigint> {
  const { creditMinor, earnedMinor } = await balancesOf(ctx, requireMember(ctx));
  const spendableMinor = creditMinor + earnedMinor;
  const { shownBalanceMinor = spendableMinor } = input;
  // Enough by now, or less than was shown: the card would be asked for another sum than was agreed.
  if (spendableMinor >= priceMinor || spendableMinor !== shownBalanceMinor)
    throw new BalanceChanged();
  return spendableMinor;
}
