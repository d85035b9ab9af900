import type { Ctx } from '#platform/context';
import { addMs, MINUTE_MS } from '#platform/time';
import { listPending } from '../payment-store.ts';
import { checkPayment } from './check-payment.ts';

/** Asks gateways about payments pending for over a minute (SPEC 6.5: polling repairs). Returns how many were asked about. */
export async function pollPayments(ctx: Ctx): Promise<number> {
  const pending = await listPending(ctx, addMs(ctx.clock.now(), -MINUTE_MS));
  for (const payment of pending) {
    await checkPayment(ctx, payment.paymentId).catch((error: Error) => {
      ctx.log.error({ err: error, paymentId: payment.paymentId }, 'a payment was not checked');
    });
  }
  return pending.length;
}
