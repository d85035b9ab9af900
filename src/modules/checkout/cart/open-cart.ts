import { getSellableService } from '#catalogue';
import { type Ctx, requireMember } from '#platform/context';
import { quoteOf } from '../quote.ts';
import type { CartLine, OpenLine } from './cart.ts';
import { listLines } from './cart-store.ts';

/** The member's cart at the prices of this moment, with what has changed and what cannot be bought now. */
export async function openCart(ctx: Ctx): Promise<OpenLine[]> {
  const memberId = requireMember(ctx);
  const lines = await listLines(ctx, memberId);
  return Promise.all(lines.map((line) => openLine(ctx, memberId, line)));
}

async function openLine(ctx: Ctx, memberId: string, line: CartLine): Promise<OpenLine> {
  const service = await getSellableService(ctx, line.serviceId);
  const quote = quoteOf(service, line);
  return {
    ...line,
    quote,
    blocked: service.sellerId === memberId ? 'own' : service.closed?.reason,
    changed: quote.priceMinor !== line.priceMinor || quote.deliveryDays !== line.deliveryDays,
  };
}
