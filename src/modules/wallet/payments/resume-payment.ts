import type { Ctx } from '#platform/context';
import { gatewayOf } from '../gateways/index.ts';
import { type Payment, totalOf } from '../payment.ts';
import { GatewayDown } from '../payment-errors.ts';
import { findPayment, keepCharge } from '../payment-store.ts';
import { FROM_GATEWAY, paymentPath } from '../wallet-paths.ts';

/**
 * Makes sure a pending payment has a page at the gateway; harmless to repeat, the gateway knows the
 * payment by its id. While the gateway is silent the payment stands without a page.
 */
export async function resumePayment(ctx: Ctx, payment: Payment): Promise<Payment> {
  if (payment.state !== 'pending' || payment.redirectUrl) return payment;
  const language = ctx.reader.locale === 'en' ? '/en' : '';
  try {
    const charge = await gatewayOf(ctx, payment.gateway).createCharge(ctx, {
      paymentId: payment.paymentId,
      totalMinor: totalOf(payment),
      description: payment.description,
      returnUrl: `${ctx.site.publicUrl}${language}${paymentPath(payment.paymentId)}?from=${FROM_GATEWAY}`,
    });
    await keepCharge(ctx, payment.paymentId, charge);
  } catch (error) {
    if (!(error instanceof GatewayDown)) throw error;
    ctx.log.warn({ err: error, paymentId: payment.paymentId }, 'payment begins without a page');
  }
  return (await findPayment(ctx, payment.paymentId)) ?? payment;
}
