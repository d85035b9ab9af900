import { actorName, newId, type TxCtx } from '#platform/context';
import { postTransfers } from '#ledger';
import type { Payment } from './payment.ts';

/**
 * The gateway took the money: the amount becomes the member's credit, the buyer fee ours (SPEC 4.3).
 * Keyed by the payment, so that it is posted once however often the gateway reports it.
 */
export async function postPaymentReceived(tx: TxCtx, payment: Payment): Promise<void> {
  const common = { paymentId: payment.paymentId, actor: actorName(tx) };
  const fee =
    payment.feeMinor > 0n
      ? [
          {
            ...common,
            id: newId(tx),
            key: `payment:${payment.paymentId}:fee`,
            kind: 'top_up_fee' as const,
            debit: payment.gateway,
            amountMinor: payment.feeMinor,
          },
        ]
      : [];
  await postTransfers(tx, [
    {
      ...common,
      id: newId(tx),
      key: `payment:${payment.paymentId}:top-up`,
      kind: 'top_up',
      debit: payment.gateway,
      credit: payment.memberId,
      amountMinor: payment.amountMinor,
    },
    ...fee,
  ]);
}

/** Earnings whose days have passed become withdrawable (SPEC 6.4). */
export async function postClearing(
  tx: TxCtx,
  clearing: { orderId: string; memberId: string; amountMinor: bigint },
): Promise<void> {
  if (clearing.amountMinor === 0n) return;
  await postTransfers(tx, [
    {
      id: newId(tx),
      key: `order:${clearing.orderId}:clearing`,
      kind: 'clearing',
      debit: clearing.memberId,
      credit: clearing.memberId,
      amountMinor: clearing.amountMinor,
      orderId: clearing.orderId,
      actor: actorName(tx),
    },
  ]);
}
