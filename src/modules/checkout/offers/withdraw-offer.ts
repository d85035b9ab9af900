import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { NotFound } from '#platform/refusals';
import { OfferClosed } from '../checkout-errors.ts';
import { offerWithdrawn } from '../checkout-facts.ts';
import { factOf } from './offer.ts';
import { findOffer, settleOffer } from './offer-store.ts';

/**
 * The seller takes an open offer back. Harmless to repeat; of a withdrawal and a payment at the same
 * moment one comes first. Refuses SignInRequired, NotFound for everybody else, OfferClosed.
 */
export async function withdrawOffer(ctx: Ctx, offerId: string): Promise<void> {
  const sellerId = requireMember(ctx);
  const offer = await findOffer(ctx, offerId);
  if (offer?.sellerId !== sellerId) throw new NotFound();
  if (offer.state === 'withdrawn') return;
  await inTransaction(ctx, async (tx) => {
    if (!(await settleOffer(tx, offerId, { move: 'withdraw' }))) {
      throw new OfferClosed((await findOffer(tx, offerId))?.state ?? 'expired');
    }
    await recordFact(tx, offerWithdrawn, factOf(offer));
  });
}
