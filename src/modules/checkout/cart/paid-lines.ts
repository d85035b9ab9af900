import type { Quote } from '../quote.ts';
import type { CartPurchase, PaidLine } from './cart.ts';
import type { ShownLine } from './require-cart-shown.ts';

/** What is kept of a payment: each service as it was shown. */
export function paidLines(quotes: readonly Quote[]): PaidLine[] {
  return quotes.map(({ service, lines, quantity, priceMinor, deliveryDays }) => ({
    serviceId: service.serviceId,
    version: service.version,
    upgradeIds: lines.flatMap((line) => line.upgradeId ?? []),
    quantity,
    price_minor: Number(priceMinor),
    deliveryDays,
    title: service.title,
  }));
}

/** Whether a payment kept under a key is of what is shown now: services and prices. */
export function isSameCart(cart: CartPurchase, shown: readonly ShownLine[]): boolean {
  const prices = new Map(shown.map(({ serviceId, priceMinor }) => [serviceId, priceMinor]));
  return (
    cart.lines.length === prices.size &&
    cart.lines.every((line) => prices.get(line.serviceId) === BigInt(line.price_minor))
  );
}

/** The price of them all, USD cents. */
export const priceOf = (quotes: readonly Quote[]): bigint =>
  quotes.reduce((sum, { priceMinor }) => sum + priceMinor, 0n);
