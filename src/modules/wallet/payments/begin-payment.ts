import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { addHours } from '#platform/time';
import { gatewayOf } from '../gateways/index.ts';
import type { Payment, PaymentPurpose } from '../payment.ts';
import { PaymentKeyReused } from '../payment-errors.ts';
import { insertPayment } from '../payment-store.ts';

/** A hosted page is given up after so long; the money of a later success is credited all the same. */
const PAYMENT_HOURS = 2;
const MAX_DESCRIPTION = 200;

export interface BeginPayment {
  gateway: string;
  purpose: PaymentPurpose;
  purchaseId?: string;
  /** What should reach the balance, USD cents. */
  amountMinor: bigint;
  /** The buyer fee on top, USD cents. */
  feeMinor: bigint;
  /** The same key answers the same payment. */
  key: string;
  /** What the hosted page and the receipt say it is for. */
  description: string;
  /** Where the payer was on the way to: a path of this site, which the receipt leads back to. */
  returnPath?: string;
}

/**
 * Writes the pending payment, without asking the gateway yet. Refuses SignInRequired,
 * PaymentKeyReused, NotFound (no such gateway).
 */
export async function beginPayment(ctx: Ctx, input: BeginPayment): Promise<Payment> {
  const memberId = requireMember(ctx);
  gatewayOf(ctx, input.gateway);
  const payment = await inTransaction(ctx, (tx) =>
    insertPayment(tx, {
      ...input,
      description: Array.from(input.description).slice(0, MAX_DESCRIPTION).join(''),
      paymentId: newId(tx),
      memberId,
      purchaseId: input.purchaseId,
      returnPath: input.returnPath,
      expiresAt: addHours(tx.clock.now(), PAYMENT_HOURS),
    }),
  );
  const same =
    payment.amountMinor === input.amountMinor &&
    payment.purpose === input.purpose &&
    payment.gateway === input.gateway &&
    payment.purchaseId === input.purchaseId;
  if (!same) throw new PaymentKeyReused();
  return payment;
}
