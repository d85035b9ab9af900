import { requestOrder, type RequestInput } from '#checkout';
import { type Ctx, inTransaction } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { refuseWhilePaused } from '#trust';
import { TalkIsBlocked } from '../conversation-errors.ts';
import { getConversation } from '../conversation-policy.ts';
import { isBlockedBetween } from '../talking/set-block.ts';
import { sayInTalk } from './say-in-talk.ts';

/**
 * The buyer of a conversation asks for work to their measure, and the conversation says so. Refuses
 * NotFound for everybody else, TalkIsBlocked, TalkIsPaused, and what requestOrder of checkout refuses.
 */
export async function requestInTalk(
  ctx: Ctx,
  { says, ...wish }: Omit<RequestInput, 'serviceId'> & { says: string },
): Promise<{ requestId: string }> {
  const talk = await getConversation(ctx, wish.conversationId);
  if (talk.side !== 'buyer') throw new NotFound();
  if (await isBlockedBetween(ctx, talk.ownId, talk.otherId)) throw new TalkIsBlocked();
  await refuseWhilePaused(ctx, talk.ownId);
  const { requestId } = await requestOrder(ctx, { ...wish, serviceId: talk.serviceId });
  const line = { body: says, key: `request:${requestId}` };
  await inTransaction(ctx, (tx) => sayInTalk(tx, talk, line));
  return { requestId };
}
