import type { Ctx } from '#platform/context';
import { requireBuyable, requireShown } from '../buying/require-shown.ts';
import { CartChanged } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';
import type { OpenLine } from './cart.ts';
import { openCart } from './open-cart.ts';

/** A line as the page showed it when it was paid; USD cents. */
export interface ShownLine {
  serviceId: string;
  priceMinor: bigint;
  deliveryDays: number;
}

/**
 * The quotes of the whole cart, when it is what the page showed, line by line. Refuses CartChanged (it
 * is another cart, or empty), OwnService, QueueFull, SellerAway, ServiceChanged, PriceChanged,
 * DeliveryChanged. Ordered by service: two carts at once wait for each other in one order.
 */
export async function requireCartShown(
  ctx: Ctx,
  buyerId: string,
  shown: readonly ShownLine[],
): Promise<Quote[]> {
  const lines = await openCart(ctx);
  const asShown = new Map(shown.map((line) => [line.serviceId, line]));
  const same =
    lines.length === asShown.size && lines.every(({ serviceId }) => asShown.has(serviceId));
  if (!same || lines.length === 0) throw new CartChanged();
  const judge = ({ quote, serviceId }: OpenLine): Quote => {
    const line = asShown.get(serviceId);
    requireBuyable(quote.service, buyerId);
    return requireShown(quote, {
      shownPriceMinor: line?.priceMinor ?? 0n,
      shownDays: line?.deliveryDays,
    });
  };
  return lines
    .toSorted((left, right) => (left.serviceId < right.serviceId ? -1 : 1))
    .map((line) => judge(line));
}
