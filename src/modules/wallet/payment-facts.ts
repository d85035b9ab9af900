import { defineFact } from '#platform/facts';

export interface PaymentFact {
  paymentId: string;
  memberId: string;
  purpose: string;
  purchaseId: string | null;
}

export const paymentConfirmed = defineFact<PaymentFact>('wallet.payment-confirmed');
export const paymentFailed = defineFact<PaymentFact>('wallet.payment-failed');
export const earningsCleared = defineFact<{ memberId: string; orderId: string; amountMinor: string }>(
  'wallet.earnings-cleared',
);
