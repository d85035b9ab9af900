import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { InvalidInput } from '#platform/refusals';
import { OfferClosed } from '../checkout-errors.ts';
import { offerDeclined } from '../checkout-facts.ts';
import { factOf, LONGEST } from './offer.ts';
import { getOfferTo } from './offer-quote.ts';
import { findOffer, settleOffer } from './offer-store.ts';

/**
 * The buyer says no, with a reason or without. Harmless to repeat. Refuses SignInRequired, NotFound for
 * everybody else, OfferClosed, InvalidInput (`reason`).
 */
export async function declineOffer(
  ctx: Ctx,
  { offerId, reason }: { offerId: string; reason: string },
): Promise<void> {
  const offer = await getOfferTo(ctx, offerId, requireMember(ctx));
  if (offer.state === 'declined') return;
  const said = reason.trim();
  if (said.length > LONGEST.reason) throw new InvalidInput({ reason: 'reason-too-long' });
  await inTransaction(ctx, async (tx) => {
    if (!(await settleOffer(tx, offerId, { move: 'decline', reason: said }))) {
      throw new OfferClosed((await findOffer(tx, offerId))?.state ?? 'expired');
    }
    await recordFact(tx, offerDeclined, { ...factOf(offer), reason: said });
  });
}
