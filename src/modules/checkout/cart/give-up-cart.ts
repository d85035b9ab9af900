import { type Ctx, inTransaction } from '#platform/context';
import { findCartPurchase, moveCartPurchase } from './cart-store.ts';

/** The payment of a waiting cart ended without money: nothing was bought. Harmless to repeat. */
export async function giveUpCart(ctx: Ctx, purchaseId: string): Promise<void> {
  const cart = await findCartPurchase(ctx, purchaseId);
  if (cart?.state !== 'waiting') return;
  await inTransaction(ctx, (tx) => moveCartPurchase(tx, cart, { to: 'given_up' }));
}
