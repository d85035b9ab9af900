import { makeOffer, type Offer, type OfferInput } from '#checkout';
import { type Ctx, inTransaction } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { refuseWhilePaused } from '#trust';
import { TalkIsBlocked } from '../conversation-errors.ts';
import { getConversation } from '../conversation-policy.ts';
import { isBlockedBetween } from '../talking/set-block.ts';
import { sayInTalk } from './say-in-talk.ts';

/**
 * The seller of a conversation makes its buyer an offer, and the conversation says so in the words
 * given. Refuses NotFound
 * for everybody else, TalkIsBlocked, TalkIsPaused, and what makeOffer of checkout refuses.
 */
export async function offerInTalk(
  ctx: Ctx,
  { says, ...terms }: Omit<OfferInput, 'buyerId' | 'serviceId'> & { says(title: string): string },
): Promise<Offer> {
  const talk = await getConversation(ctx, terms.conversationId);
  if (talk.side !== 'seller') throw new NotFound();
  return inTransaction(ctx, async (tx) => {
    if (await isBlockedBetween(tx, talk.ownId, talk.otherId)) throw new TalkIsBlocked();
    await refuseWhilePaused(tx, talk.ownId);
    const { buyerId, serviceId } = talk;
    const offer = await makeOffer(tx, { ...terms, buyerId, serviceId });
    await sayInTalk(tx, talk, { body: says(offer.title), key: `offer:${offer.offerId}` });
    return offer;
  });
}
