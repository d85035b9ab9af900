import type { Ctx } from '#platform/context';
import type { Payment } from '../payment.ts';
import { type BeginPayment, beginPayment } from './begin-payment.ts';
import { resumePayment } from './resume-payment.ts';

/**
 * Begins a payment and asks the gateway for its page. When the gateway does not answer the payment
 * stands without a page: `resumePayment` asks again. Refuses SignInRequired, PaymentKeyReused,
 * NotFound (no such gateway).
 */
export async function startPayment(ctx: Ctx, input: BeginPayment): Promise<Payment> {
  return resumePayment(ctx, await beginPayment(ctx, input));
}
