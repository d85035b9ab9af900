import { getSellableService, type SellableService } from '#catalogue';
import { listOffers, listRequests, type Offer, type OrderRequest } from '#checkout';
import { type MemberCard, memberCards } from '#identity';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { listQuickReplies, type QuickReply } from '../habits/habit-store.ts';
import { type OpenConversation, readConversation } from '../talking/read-conversation.ts';

/** A conversation with what its page needs besides. */
export interface ThreadView extends OpenConversation {
  other: MemberCard;
  service: SellableService;
  names: ReadonlyMap<string, string>;
  quickReplies: QuickReply[];
  offers: Offer[];
  requests: OrderRequest[];
  /** Made anew with each page: the key of its form. */
  formKey: string;
  failure:
    | {
        form: 'message' | 'request';
        errors: Record<string, string>;
        values: Record<string, string | string[]>;
      }
    | undefined;
}

/** Reads a window of a conversation for its page. Refuses NotFound. */
export async function threadView(
  ctx: Ctx,
  conversationId: string,
  made: {
    formKey: string;
    place: { before?: bigint; after?: bigint };
    failure?: ThreadView['failure'];
  },
): Promise<ThreadView> {
  const talk = await readConversation(ctx, conversationId, made.place);
  const [cards, service, quickReplies, offers, requests] = await Promise.all([
    memberCards(ctx, [talk.buyerId, talk.sellerId]),
    getSellableService(ctx, talk.serviceId),
    listQuickReplies(ctx, talk.ownId),
    listOffers(ctx, talk.conversationId),
    listRequests(ctx, talk.conversationId),
  ]);
  const other = cards.get(talk.otherId);
  if (!other) throw new NotFound();
  return {
    ...talk,
    other,
    service,
    quickReplies,
    offers,
    requests,
    names: new Map([...cards].map(([id, card]) => [id, card.displayName])),
    formKey: made.formKey,
    failure: made.failure,
  };
}
