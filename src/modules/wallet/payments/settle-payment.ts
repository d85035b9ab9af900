import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import type { ChargeReport } from '../gateway.ts';
import { type Payment, totalOf } from '../payment.ts';
import { paymentConfirmed, paymentFailed } from '../payment-facts.ts';
import { postPaymentReceived } from '../payment-money.ts';
import { lockPayment, movePayment } from '../payment-store.ts';

/**
 * Takes over what the gateway reports of the payment's charge: once, whatever comes twice, late or
 * out of order. A success after we had given up still credits the member. A report over another
 * amount changes nothing and is logged for the operator.
 */
export async function settlePayment(
  ctx: Ctx,
  input: { paymentId: string; report: ChargeReport },
): Promise<Payment> {
  return inTransaction(ctx, async (tx) => {
    const payment = await lockPayment(tx, input.paymentId);
    const { report } = input;
    const to = outcomeOf(report);
    if (!to || payment.state === to) return payment;
    if (to === 'confirmed' && report.amountMinor !== totalOf(payment)) {
      tx.log.error({ paymentId: payment.paymentId, report }, 'a gateway reports another amount');
      return payment;
    }
    const moved = await movePayment(tx, payment, {
      to,
      ...(to === 'failed' ? { failureCode: 'declined' } : {}),
    });
    if (!moved) return payment;
    const fact = {
      paymentId: payment.paymentId,
      memberId: payment.memberId,
      purpose: payment.purpose,
      purchaseId: payment.purchaseId ?? null,
    };
    if (to === 'confirmed') {
      await postPaymentReceived(tx, payment);
      await recordFact(tx, paymentConfirmed, { ...fact, late: payment.state !== 'pending' });
    } else await recordFact(tx, paymentFailed, fact);
    return lockPayment(tx, input.paymentId);
  });
}

function outcomeOf(report: ChargeReport): 'confirmed' | 'failed' | 'cancelled' | undefined {
  if (report.state === 'succeeded') return 'confirmed';
  if (report.state === 'declined') return 'failed';
  return report.state === 'cancelled' ? 'cancelled' : undefined;
}
