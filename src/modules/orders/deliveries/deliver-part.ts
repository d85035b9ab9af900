import type { Ctx } from '#platform/context';
import type { Taken } from '../moves/take-act.ts';
import { type HandedIn, handIn } from './hand-in.ts';

/**
 * The seller hands a part of the work in while it goes on (SPEC 5.8): the buyer sees it, no time to answer
 * begins, and from then on something stands delivered in the order (SPEC 5.5). Refuses InvalidInput
 * (`note`, `aiNote`, `files`), order-parts-are-left after ten, OrderMoved.
 */
export function deliverPart(ctx: Ctx, work: HandedIn): Promise<Taken> {
  return handIn(ctx, 'deliver_part', work);
}
