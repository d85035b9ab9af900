export type PurchaseState = 'waiting' | 'placed' | 'returned' | 'given_up';

/** What may follow: money that comes after the purchase was given up is returned as credit. */
export const purchaseTransitions: Record<PurchaseState, readonly PurchaseState[]> = {
  waiting: ['placed', 'returned', 'given_up'],
  given_up: ['returned'],
  placed: [],
  returned: [],
};

export interface Purchase {
  purchaseId: string;
  buyerId: string;
  serviceId: string;
  serviceVersion: number;
  upgradeIds: string[];
  quantity: number;
  priceMinor: bigint;
  /** The delivery time that was shown; unknown for purchases begun before it was kept. */
  deliveryDays: number | undefined;
  /** The custom offer it accepts. */
  offerId: string | undefined;
  fromBalanceMinor: bigint;
  feeMinor: bigint;
  paymentId: string | undefined;
  state: PurchaseState;
  /** Why the money became credit instead of an order. */
  reason: string | undefined;
  orderId: string | undefined;
  createdAt: Date;
}
