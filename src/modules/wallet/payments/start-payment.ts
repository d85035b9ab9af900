import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { addHours } from '#platform/time';
import { GatewayDown } from '../gateway.ts';
import { gatewayOf } from '../gateways/index.ts';
import { type Payment, type PaymentPurpose, totalOf } from '../payment.ts';
import { PaymentKeyReused } from '../payment-errors.ts';
import { findPayment, insertPayment, keepCharge } from '../payment-store.ts';

/** A hosted page is given up after so long; the money of a later success is credited all the same. */
const PAYMENT_HOURS = 2;

export interface StartPayment {
  gateway: string;
  purpose: PaymentPurpose;
  purchaseId?: string;
  /** What should reach the balance, USD cents. */
  amountMinor: bigint;
  /** The buyer fee on top, USD cents. */
  feeMinor: bigint;
  /** The same key answers the same payment. */
  key: string;
  /** What the hosted page shows the payer. */
  description: string;
}

/**
 * Begins a payment and asks the gateway for its page. When the gateway does not answer the payment
 * stands without a page: `resumePayment` asks again. Refuses PaymentKeyReused.
 */
export async function startPayment(ctx: Ctx, input: StartPayment): Promise<Payment> {
  return resumePayment(ctx, await beginPayment(ctx, input), input.description);
}

/** Writes the pending payment, without asking the gateway yet. Refuses PaymentKeyReused, NotFound (no such gateway). */
export async function beginPayment(ctx: Ctx, input: StartPayment): Promise<Payment> {
  const memberId = requireMember(ctx);
  gatewayOf(ctx, input.gateway);
  const payment = await inTransaction(ctx, (tx) =>
    insertPayment(tx, {
      ...input,
      paymentId: newId(tx),
      memberId,
      purchaseId: input.purchaseId,
      expiresAt: addHours(tx.clock.now(), PAYMENT_HOURS),
    }),
  );
  if (
    payment.amountMinor !== input.amountMinor ||
    payment.purpose !== input.purpose ||
    payment.purchaseId !== input.purchaseId
  ) {
    throw new PaymentKeyReused();
  }
  return payment;
}

/** Makes sure a pending payment has a page at the gateway; harmless to repeat. */
export async function resumePayment(ctx: Ctx, payment: Payment, description: string): Promise<Payment> {
  if (payment.state !== 'pending' || payment.redirectUrl) return payment;
  try {
    const charge = await gatewayOf(ctx, payment.gateway).createCharge(ctx, {
      paymentId: payment.paymentId,
      totalMinor: totalOf(payment),
      description,
      returnUrl: `${ctx.site.publicUrl}${ctx.reader.locale === 'en' ? '/en' : ''}/payments/${payment.paymentId}`,
    });
    await keepCharge(ctx, payment.paymentId, charge);
  } catch (error) {
    if (!(error instanceof GatewayDown)) throw error;
    ctx.log.warn({ err: error, paymentId: payment.paymentId }, 'payment begins without a page');
  }
  return (await findPayment(ctx, payment.paymentId)) ?? payment;
}
