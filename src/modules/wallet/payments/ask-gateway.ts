import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { gatewayOf } from '../gateways/index.ts';
import type { Payment } from '../payment.ts';
import { findPayment } from '../payment-store.ts';
import { expirePayment } from './expire-payment.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * Asks the gateway how an undecided or given-up payment stands and takes it over; expires it when
 * its time is over and nothing was paid. Safe at any time. Refuses NotFound, GatewayDown.
 */
export async function askGateway(ctx: Ctx, paymentId: string): Promise<Payment> {
  const payment = await findPayment(ctx, paymentId);
  if (!payment) throw new NotFound({ paymentId });
  if (payment.state === 'confirmed') return payment;
  const settled = payment.gatewayRef
    ? await settlePayment(ctx, {
        paymentId,
        report: await gatewayOf(ctx, payment.gateway).fetchCharge(ctx, payment.gatewayRef),
      })
    : payment;
  const overdue = settled.state === 'pending' && settled.expiresAt <= ctx.clock.now();
  return overdue ? expirePayment(ctx, paymentId) : settled;
}
