import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { GatewayDown } from '../gateway.ts';
import { gatewayOf } from '../gateways/index.ts';
import type { Payment } from '../payment.ts';
import { findPayment } from '../payment-store.ts';
import { expirePayment } from './expire-payment.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * Asks the gateway how an undecided payment stands and settles it: what a lost webhook missed is
 * mended here. Safe at any time; a silent gateway changes nothing. NotFound for an unknown payment.
 */
export async function checkPayment(ctx: Ctx, paymentId: string): Promise<Payment> {
  const payment = await findPayment(ctx, paymentId);
  if (!payment) throw new NotFound({ paymentId });
  if (payment.state === 'confirmed') return payment;
  try {
    const settled = payment.gatewayRef
      ? await settlePayment(ctx, {
          paymentId,
          report: await gatewayOf(ctx, payment.gateway).fetchCharge(ctx, payment.gatewayRef),
        })
      : payment;
    const overdue = settled.state === 'pending' && settled.expiresAt <= ctx.clock.now();
    return overdue ? await expirePayment(ctx, paymentId) : settled;
  } catch (error) {
    if (!(error instanceof GatewayDown)) throw error;
    ctx.log.warn({ err: error, paymentId }, 'the gateway is asked again later');
    return payment;
  }
}
