import type { Closure } from '#catalogue';
import type { Choice, Quote } from '../quote.ts';
import type { PurchaseState } from '../purchase.ts';

/** How many services one payment may buy. */
export const CART_LIMIT = 10;

/** What a member put into the cart, with price and days as they were shown then; USD cents. */
export interface CartLine extends Choice {
  priceMinor: bigint;
  deliveryDays: number;
}

/** A line as it stands now. */
export interface OpenLine extends CartLine {
  quote: Quote;
  /** Why it cannot be bought now; undefined when it can. */
  blocked: Closure['reason'] | 'own' | undefined;
  /** Price or days are not those that were shown when it was added. */
  changed: boolean;
}

/** A service of a payment, as it was shown and paid for; in jsonb, so sums are plain numbers. */
export interface PaidLine {
  serviceId: string;
  version: number;
  upgradeIds: string[];
  quantity: number;
  price_minor: number;
  deliveryDays: number;
  title: string;
}

/** A cart that was paid, or waits for a gateway's money. */
export interface CartPurchase {
  purchaseId: string;
  buyerId: string;
  key: string;
  lines: PaidLine[];
  priceMinor: bigint;
  fromBalanceMinor: bigint;
  feeMinor: bigint;
  paymentId: string | undefined;
  state: PurchaseState;
  reason: string | undefined;
  orderIds: string[];
}

/** Parts of a fee by price, to the cent: each rounded down, what is left goes to the last. */
export function shareFee(feeMinor: bigint, pricesMinor: readonly bigint[]): bigint[] {
  const whole = pricesMinor.reduce((sum, price) => sum + price, 0n);
  let left = feeMinor;
  return pricesMinor.map((price, at) => {
    const part = at === pricesMinor.length - 1 || whole === 0n ? left : (feeMinor * price) / whole;
    left -= part;
    return part;
  });
}
