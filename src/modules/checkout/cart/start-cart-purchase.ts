import { balancesOf } from '#ledger';
import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { buyerFee, type Payment, startPayment } from '#wallet';
import { BalanceChanged, PurchaseKeyReused } from '../checkout-errors.ts';
import type { CartToBuy } from './buy-cart.ts';
import type { CartPurchase } from './cart.ts';
import { findCartPurchaseByKey, insertCartPurchase, keepCartPayment } from './cart-store.ts';
import { isSameCart, paidLines, priceOf } from './paid-lines.ts';
import { requireCartShown } from './require-cart-shown.ts';

export interface CartByGateway extends CartToBuy {
  gateway: string;
  /** Use what stands in the balance first, the gateway for the rest. */
  useBalance: boolean;
  /** The balance that the page shared the price by, USD cents. */
  shownBalanceMinor: bigint;
}

/**
 * Begins the one payment of a cart that a gateway pays in whole or in part; its orders exist only when
 * the money does, and the cart stays as it is until then. Refuses what `requireCartShown` does, and
 * BalanceChanged.
 */
export async function startCartPurchase(
  ctx: Ctx,
  input: CartByGateway,
): Promise<{ cart: CartPurchase; payment: Payment }> {
  const buyerId = requireMember(ctx);
  const first = await findCartPurchaseByKey(ctx, buyerId, input.key);
  const cart = first ?? (await writeWaiting(ctx, buyerId, input));
  if (!isSameCart(cart, input.shown)) throw new PurchaseKeyReused();
  const payment = await startPayment(ctx, {
    gateway: input.gateway,
    purpose: 'purchase',
    purchaseId: cart.purchaseId,
    amountMinor: cart.priceMinor - cart.fromBalanceMinor,
    feeMinor: cart.feeMinor,
    key: `cart:${cart.purchaseId}`,
    description: cart.lines
      .map(({ title }) => title)
      .join(' + ')
      .slice(0, 200),
  });
  await keepCartPayment(ctx, cart.purchaseId, payment.paymentId);
  return { cart: { ...cart, paymentId: payment.paymentId }, payment };
}

async function writeWaiting(
  ctx: Ctx,
  buyerId: string,
  input: CartByGateway,
): Promise<CartPurchase> {
  const quotes = await requireCartShown(ctx, buyerId, input.shown);
  const priceMinor = priceOf(quotes);
  const fromBalanceMinor = input.useBalance ? await shareOfBalance(ctx, priceMinor, input) : 0n;
  const cart: CartPurchase = {
    purchaseId: newId(ctx),
    buyerId,
    key: input.key,
    lines: paidLines(quotes),
    priceMinor,
    fromBalanceMinor,
    feeMinor: await buyerFee(ctx, priceMinor - fromBalanceMinor),
    paymentId: undefined,
    state: 'waiting',
    reason: undefined,
    orderIds: [],
  };
  return inTransaction(ctx, (tx) => insertCartPurchase(tx, cart));
}

/** What of the balance goes into the price, as the page said. Refuses BalanceChanged. */
async function shareOfBalance(ctx: Ctx, priceMinor: bigint, input: CartByGateway): Promise<bigint> {
  const { creditMinor, earnedMinor } = await balancesOf(ctx, requireMember(ctx));
  const spendableMinor = creditMinor + earnedMinor;
  if (spendableMinor >= priceMinor || spendableMinor !== input.shownBalanceMinor) {
    throw new BalanceChanged();
  }
  return spendableMinor;
}
