import { getSellableService } from '#catalogue';
import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { spendTry } from '#platform/limits';
import { OwnServiceTalk } from '../conversation-errors.ts';
import { ensureConversation, findBySides } from '../conversation-store.ts';
import { sendMessage, type TalkMessage } from './send-message.ts';
import { NEW_TALKS } from './talk-limits.ts';

/**
 * Asks the seller of a service that was ever published: begins the conversation about it, or goes on
 * with the one there is. Refuses NotFound, OwnServiceTalk, TooMany, and what `sendMessage` refuses.
 */
export async function askSeller(
  ctx: Ctx,
  asked: Omit<TalkMessage, 'conversationId'> & { serviceId: string },
): Promise<{ conversationId: string }> {
  const buyerId = requireMember(ctx);
  const { sellerId, serviceId } = await getSellableService(ctx, asked.serviceId);
  if (sellerId === buyerId) throw new OwnServiceTalk();
  const sides = { buyerId, sellerId, serviceId };
  if (!(await findBySides(ctx, sides))) await spendTry(ctx, NEW_TALKS, buyerId);
  return inTransaction(ctx, async (tx) => {
    const { conversationId } = await ensureConversation(tx, sides);
    await sendMessage(tx, { ...asked, conversationId });
    return { conversationId };
  });
}
