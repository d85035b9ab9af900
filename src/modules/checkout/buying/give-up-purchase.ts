import { type Ctx, inTransaction } from '#platform/context';
import { findPurchase, movePurchase } from '../purchase-store.ts';

/** The payment of a waiting purchase ended without money: nothing was bought. Harmless to repeat. */
export async function giveUpPurchase(ctx: Ctx, purchaseId: string): Promise<void> {
  const purchase = await findPurchase(ctx, purchaseId);
  if (purchase?.state !== 'waiting') return;
  await inTransaction(ctx, (tx) => movePurchase(tx, purchase, { to: 'given_up' }));
}
