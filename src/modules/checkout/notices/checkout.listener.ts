import { getSellableService } from '#catalogue';
import { contactOf } from '#identity';
import { notify } from '#notifications';
import { type Ctx, inTransaction } from '#platform/context';
import { defineListener } from '#platform/facts';
import { paymentConfirmed, paymentFailed } from '#wallet';
import { giveUpPurchase } from '../buying/give-up-purchase.ts';
import { placePaidPurchase } from '../buying/place-paid-purchase.ts';
import { findCartPurchase } from '../cart/cart-store.ts';
import { giveUpCart } from '../cart/give-up-cart.ts';
import { placePaidCart } from '../cart/place-paid-cart.ts';
import { purchaseReturned } from '../checkout-facts.ts';
import { findPurchase } from '../purchase-store.ts';
import { purchaseReturnedNotice } from './checkout.notice.ts';

/** What the purchase was of: a service, or those of a cart. */
async function titleOf(ctx: Ctx, purchaseId: string): Promise<string | undefined> {
  const purchase = await findPurchase(ctx, purchaseId);
  if (purchase) return (await getSellableService(ctx, purchase.serviceId)).title;
  const cart = await findCartPurchase(ctx, purchaseId);
  return cart?.lines.map(({ title }) => title).join('، ');
}

export const checkoutListeners = [
  defineListener('checkout.place-paid', paymentConfirmed, async (ctx, { purchaseId }) => {
    if (!purchaseId) return;
    if (await findCartPurchase(ctx, purchaseId)) await placePaidCart(ctx, purchaseId);
    else await placePaidPurchase(ctx, purchaseId);
  }),
  defineListener('checkout.give-up', paymentFailed, async (ctx, { purchaseId }) => {
    if (!purchaseId) return;
    await giveUpPurchase(ctx, purchaseId);
    await giveUpCart(ctx, purchaseId);
  }),
  defineListener('checkout.tell-returned', purchaseReturned, async (ctx, fact, record) => {
    const title = await titleOf(ctx, fact.purchaseId);
    if (title === undefined) return;
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
