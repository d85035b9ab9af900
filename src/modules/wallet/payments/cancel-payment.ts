import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { NotFound } from '#platform/refusals';
import { gatewayOf } from '../gateways/index.ts';
import type { Payment } from '../payment.ts';
import { PaymentEnded, PaymentInProcess } from '../payment-errors.ts';
import { paymentFailed } from '../payment-facts.ts';
import { findPayment, lockPayment, movePayment } from '../payment-store.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * The member gives up a pending payment of theirs. If the gateway has taken the money meanwhile it
 * is credited instead. Refuses NotFound (not theirs), PaymentEnded, PaymentInProcess (the bank is
 * working on it), GatewayDown.
 */
export async function cancelPayment(ctx: Ctx, input: { paymentId: string }): Promise<Payment> {
  const memberId = requireMember(ctx);
  const payment = await findPayment(ctx, input.paymentId);
  if (payment?.memberId !== memberId) throw new NotFound(input);
  if (payment.state === 'cancelled') return payment;
  if (payment.state !== 'pending') throw new PaymentEnded(payment.state);
  if (payment.gatewayRef) {
    const report = await gatewayOf(ctx, payment.gateway).cancelCharge(ctx, payment.gatewayRef);
    if (report.state === 'pending') throw new PaymentInProcess();
    if (report.state !== 'unknown') return settlePayment(ctx, { ...input, report });
  }
  return inTransaction(ctx, async (tx) => {
    const locked = await lockPayment(tx, input.paymentId);
    if (!(await movePayment(tx, locked, { to: 'cancelled' }))) throw new PaymentEnded(locked.state);
    await recordFact(tx, paymentFailed, {
      paymentId: locked.paymentId,
      memberId,
      purpose: locked.purpose,
      purchaseId: locked.purchaseId ?? null,
    });
    return lockPayment(tx, input.paymentId);
  });
}
