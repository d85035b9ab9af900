import { type Ctx, requireMember } from '#platform/context';
import { InvalidInput, NotFound } from '#platform/refusals';
import { MAX_QUANTITY } from '../quote.ts';
import { addToCart } from './add-to-cart.ts';
import { listLines } from './cart-store.ts';

/**
 * Another quantity of a service in the cart, at its present price. Refuses NotFound, InvalidInput
 * (`quantity`) and what `addToCart` does.
 */
export async function changeQuantity(
  ctx: Ctx,
  change: { serviceId: string; quantity: number },
): Promise<void> {
  const lines = await listLines(ctx, requireMember(ctx));
  const line = lines.find(({ serviceId }) => serviceId === change.serviceId);
  if (!line) throw new NotFound();
  const { quantity } = change;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    throw new InvalidInput({ quantity: 'quantity' });
  }
  await addToCart(ctx, { ...line, quantity: change.quantity });
}
