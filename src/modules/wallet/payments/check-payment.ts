import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import type { Payment } from '../payment.ts';
import { GatewayDown } from '../payment-errors.ts';
import { findPayment } from '../payment-store.ts';
import { askGateway } from './ask-gateway.ts';

/**
 * Brings a payment up to date with its gateway: what a lost webhook missed is mended here. A silent
 * gateway changes nothing, it is asked again later. Refuses NotFound.
 */
export async function checkPayment(ctx: Ctx, paymentId: string): Promise<Payment> {
  try {
    return await askGateway(ctx, paymentId);
  } catch (error) {
    if (!(error instanceof GatewayDown)) throw error;
    ctx.log.warn({ err: error, paymentId }, 'the gateway is asked again later');
    const payment = await findPayment(ctx, paymentId);
    if (!payment) throw new NotFound({ paymentId });
    return payment;
  }
}
