import { defineFact } from '#platform/facts';

export interface PaymentFact {
  paymentId: string;
  memberId: string;
  purpose: string;
  purchaseId: string | null;
}

/** `late`: it had been given up before the money came. */
export const paymentConfirmed = defineFact<PaymentFact & { late?: boolean }>(
  'wallet.payment-confirmed',
);
export const paymentFailed = defineFact<PaymentFact>('wallet.payment-failed');
export const earningsCleared = defineFact<{
  memberId: string;
  orderId: string;
  amountMinor: string;
}>('wallet.earnings-cleared');
