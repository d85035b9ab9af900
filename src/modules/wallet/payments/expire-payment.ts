import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { gatewayOf } from '../gateways/index.ts';
import type { Payment } from '../payment.ts';
import { paymentFailed } from '../payment-facts.ts';
import { findPayment, lockPayment, movePayment } from '../payment-store.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * Gives up a payment whose time is over: the gateway is told to take no money any more, and what it
 * answers decides. Only when it has not taken any does the payment expire. Refuses GatewayDown.
 */
export async function expirePayment(ctx: Ctx, paymentId: string): Promise<Payment> {
  const payment = await findPayment(ctx, paymentId);
  if (payment?.gatewayRef) {
    const report = await gatewayOf(ctx, payment.gateway).cancelCharge(ctx, payment.gatewayRef);
    if (report.state === 'succeeded' || report.state === 'declined')
      return settlePayment(ctx, { paymentId, report });
    if (report.state === 'pending') return payment;
  }
  return inTransaction(ctx, async (tx) => {
    const locked = await lockPayment(tx, paymentId);
    if (locked.state !== 'pending' || !(await movePayment(tx, locked, { to: 'expired' })))
      return locked;
    await recordFact(tx, paymentFailed, {
      paymentId,
      memberId: locked.memberId,
      purpose: locked.purpose,
      purchaseId: locked.purchaseId ?? null,
    });
    return lockPayment(tx, paymentId);
  });
}
