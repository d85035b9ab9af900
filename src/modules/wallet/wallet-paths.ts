import type { Site } from '#platform/context';
import type { Payment } from './payment.ts';

export const WALLET_PATH = '/wallet';
export const TOP_UP_PATH = '/wallet/top-up';

/** The top-up page with an amount suggested, and where to go on afterwards (a path of this site). */
export function topUpPath(wish: { amount?: string; back?: string } = {}): string {
  const query = new URLSearchParams();
  if (wish.amount !== undefined) query.set('amount', wish.amount);
  if (wish.back !== undefined) query.set('back', wish.back);
  return query.size === 0 ? TOP_UP_PATH : `${TOP_UP_PATH}?${query}`;
}

/** In the address when the payer comes back from the gateway: a purchase then goes on to its order. */
export const FROM_GATEWAY = 'gateway';

/** A payment's receipt page. */
export function paymentPath(paymentId: string): string {
  return `/payments/${paymentId}`;
}

/**
 * Where to send the payer: the gateway's page, or the receipt while there is none. A page on this
 * site is named by its path alone, so that it opens in the visitor's language and on their host.
 */
export function payPath(site: Pick<Site, 'publicUrl'>, payment: Payment): string {
  const { redirectUrl } = payment;
  if (!redirectUrl) return paymentPath(payment.paymentId);
  return redirectUrl.startsWith(`${site.publicUrl}/`)
    ? redirectUrl.slice(site.publicUrl.length)
    : redirectUrl;
}

/** The room of an order: the address of a higher module, known here as text only. */
export function orderHref(orderId: string): string {
  return `/orders/${orderId}`;
}
