import { contactOf } from '#identity';
import { notify } from '#notifications';
import { type Ctx, inTransaction } from '#platform/context';
import { defineListener, type FactRecord } from '#platform/facts';
import type { Payment } from '../payment.ts';
import { earningsCleared, paymentConfirmed, paymentFailed } from '../payment-facts.ts';
import { findPayment } from '../payment-store.ts';
import { earningsClearedNotice, paymentNotices } from './wallet.notice.ts';

async function tell(
  ctx: Ctx,
  fact: FactRecord,
  what: { payment: Payment; name: keyof typeof paymentNotices },
): Promise<void> {
  const { payment, name } = what;
  const { paymentId, memberId, amountMinor } = payment;
  const { email: address, reader } = await contactOf(ctx, memberId);
  await inTransaction(ctx, (tx) =>
    notify(tx, paymentNotices[name], {
      memberId,
      params: { paymentId, amountMinor: amountMinor.toString() },
      key: `fact:${fact.id}`,
      email: { address, reader },
    }),
  );
}

/** What members hear of their payments and earnings. Of a purchase the till and the order tell. */
export const walletListeners = [
  defineListener(
    'wallet.tell-received',
    paymentConfirmed,
    async (ctx, { paymentId, late }, fact) => {
      const payment = await findPayment(ctx, paymentId);
      if (payment?.purpose !== 'top_up') return;
      await tell(ctx, fact, { payment, name: late ? 'receivedLate' : 'received' });
    },
  ),
  // A payment that its member called off needs no word; one that was paid after all is told of then.
  defineListener('wallet.tell-failed', paymentFailed, async (ctx, { paymentId }, fact) => {
    const payment = await findPayment(ctx, paymentId);
    if (payment?.state === 'failed' || payment?.state === 'expired') {
      await tell(ctx, fact, { payment, name: payment.state });
    }
  }),
  defineListener('wallet.tell-cleared', earningsCleared, (ctx, { memberId, amountMinor }, fact) =>
    inTransaction(ctx, (tx) =>
      notify(tx, earningsClearedNotice, {
        memberId,
        params: { amountMinor },
        key: `fact:${fact.id}`,
      }),
    ),
  ),
];
