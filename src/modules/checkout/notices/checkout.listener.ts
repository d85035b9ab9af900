import { getSellableService } from '#catalogue';
import { contactOf } from '#identity';
import { notify } from '#notifications';
import { inTransaction } from '#platform/context';
import { defineListener } from '#platform/facts';
import { paymentConfirmed, paymentFailed } from '#wallet';
import { giveUpPurchase } from '../buying/give-up-purchase.ts';
import { placePaidPurchase } from '../buying/place-paid-purchase.ts';
import { purchaseReturned } from '../checkout-facts.ts';
import { findPurchase } from '../purchase-store.ts';
import { purchaseReturnedNotice } from './checkout.notice.ts';

export const checkoutListeners = [
  defineListener('checkout.place-paid', paymentConfirmed, async (ctx, { purchaseId }) => {
    if (purchaseId) await placePaidPurchase(ctx, purchaseId);
  }),
  defineListener('checkout.give-up', paymentFailed, async (ctx, { purchaseId }) => {
    if (purchaseId) await giveUpPurchase(ctx, purchaseId);
  }),
  defineListener('checkout.tell-returned', purchaseReturned, async (ctx, fact, record) => {
    const purchase = await findPurchase(ctx, fact.purchaseId);
    if (!purchase) return;
    const { title } = await getSellableService(ctx, purchase.serviceId);
    const contact = await contactOf(ctx, fact.buyerId);
    await inTransaction(ctx, (tx) =>
      notify(tx, purchaseReturnedNotice, {
        memberId: fact.buyerId,
        params: { purchaseId: fact.purchaseId, title },
        key: record.id,
        email: { address: contact.email, reader: contact.reader },
      }),
    );
  }),
];
