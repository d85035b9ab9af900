import { getSellableService } from '#catalogue';
import {
  offerDeclined,
  offerExpired,
  offerExpiring,
  offerMade,
  offerWithdrawn,
  orderRequested,
  requestDeclined,
} from '#checkout';
import { contactOf, memberCards } from '#identity';
import { notify } from '#notifications';
import { type Ctx, inTransaction } from '#platform/context';
import { defineListener, type Fact, type Listener } from '#platform/facts';
import { offerNotices } from './offer.notice.ts';

interface Told {
  conversationId: string;
  offerId?: string;
  buyerId: string;
  sellerId: string;
  title?: string;
  serviceId?: string;
}

/** Tells one side what the other (or time) did. */
function tell(what: keyof typeof offerNotices, fact: unknown, told: 'buyer' | 'seller'): Listener {
  return defineListener(
    `conversations.tell-offer-${what}`,
    fact as Fact<Told>,
    async (ctx, payload, record) => {
      const [memberId, otherId] =
        told === 'buyer'
          ? [payload.buyerId, payload.sellerId]
          : [payload.sellerId, payload.buyerId];
      const other = (await memberCards(ctx, [otherId])).get(otherId)?.displayName ?? '';
      const title = payload.title ?? (await titleOf(ctx, payload));
      const { email, reader } = await contactOf(ctx, memberId);
      const { conversationId, offerId = '' } = payload;
      await inTransaction(ctx, (tx) =>
        notify(tx, offerNotices[what], {
          memberId,
          key: record.id,
          params: { conversationId, offerId, other, title },
          email: { address: email, reader },
        }),
      );
    },
  );
}

async function titleOf(ctx: Ctx, { serviceId = '' }: Told): Promise<string> {
  return (await getSellableService(ctx, serviceId)).title;
}

export const offerListeners: readonly Listener[] = [
  tell('made', offerMade, 'buyer'),
  tell('declined', offerDeclined, 'seller'),
  tell('withdrawn', offerWithdrawn, 'buyer'),
  tell('expiring', offerExpiring, 'buyer'),
  tell('expired', offerExpired, 'seller'),
  tell('asked', orderRequested, 'seller'),
  tell('refused', requestDeclined, 'buyer'),
];
