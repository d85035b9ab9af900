export const WALLET_PATH = '/wallet';
export const TOP_UP_PATH = '/wallet/top-up';

/** A payment's receipt page. */
export function paymentPath(paymentId: string): string {
  return `/payments/${paymentId}`;
}

/** The room of an order: the address of a higher module, known here as text only. */
export function orderHref(orderId: string): string {
  return `/orders/${orderId}`;
}
