import type { Ctx } from '#platform/context';
import { beginPayment, buyerFee, defaultGateway, settlePayment, totalOf } from '#wallet';
import { pick, type Random } from './content/index.ts';

/** People top up a round sum that lasts for a few orders. */
export async function topUp(
  buyer: Ctx,
  wanted: { neededMinor: bigint; random: Random; key: string },
): Promise<void> {
  const { neededMinor, random, key } = wanted;
  const sums = [2_500n, 5_000n, 10_000n, 20_000n].filter((sum) => sum >= neededMinor);
  const amountMinor = sums.length > 0 ? pick(random, sums) : neededMinor;
  const payment = await beginPayment(buyer, {
    gateway: defaultGateway,
    purpose: 'top_up',
    amountMinor,
    feeMinor: await buyerFee(buyer, amountMinor),
    key: `${key}:top-up`,
    description: '',
  });
  await settlePayment(buyer, {
    paymentId: payment.paymentId,
    report: { ref: payment.paymentId, state: 'succeeded', amountMinor: totalOf(payment) },
  });
}
