/** What the buyer gave money for: to have a balance, or to buy at once. */
export type PaymentPurpose = 'top_up' | 'purchase';

export type PaymentState = 'pending' | 'confirmed' | 'failed' | 'cancelled' | 'expired';

/**
 * What may follow what. Money that arrives after we gave up is still the member's: every end but
 * `confirmed` can become `confirmed`; nothing leads out of it.
 */
export const paymentTransitions: Record<PaymentState, readonly PaymentState[]> = {
  pending: ['confirmed', 'failed', 'cancelled', 'expired'],
  failed: ['confirmed'],
  cancelled: ['confirmed'],
  expired: ['confirmed'],
  confirmed: [],
};

export interface Payment {
  paymentId: string;
  memberId: string;
  gateway: string;
  purpose: PaymentPurpose;
  purchaseId: string | undefined;
  /** What reaches the balance, USD cents. */
  amountMinor: bigint;
  /** The buyer fee on top, USD cents (SPEC 4.3). */
  feeMinor: bigint;
  state: PaymentState;
  gatewayRef: string | undefined;
  redirectUrl: string | undefined;
  failureCode: string | undefined;
  /** What it is for, as the payer was shown it; may be empty. */
  description: string;
  createdAt: Date;
  expiresAt: Date;
  settledAt: Date | undefined;
  /** Where the payer was on the way to: a path of this site. */
  returnPath: string | undefined;
}

/** What the gateway is asked for: the amount and the fee, USD cents. */
export function totalOf(payment: Pick<Payment, 'amountMinor' | 'feeMinor'>): bigint {
  return payment.amountMinor + payment.feeMinor;
}
