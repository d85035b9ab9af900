import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import type { Conversation } from './conversation.ts';
import { findConversation } from './conversation-store.ts';

export type Side = 'buyer' | 'seller';

/** A conversation for one of its two sides; for everybody else, staff too, it is NotFound. */
export async function getConversation(
  ctx: Ctx,
  conversationId: string,
): Promise<Conversation & { side: Side; ownId: string; otherId: string }> {
  const ownId = requireMember(ctx);
  const found = isUuid(conversationId) ? await findConversation(ctx, conversationId) : undefined;
  if (found?.buyerId === ownId) return { ...found, side: 'buyer', ownId, otherId: found.sellerId };
  if (found?.sellerId === ownId) return { ...found, side: 'seller', ownId, otherId: found.buyerId };
  throw new NotFound();
}
