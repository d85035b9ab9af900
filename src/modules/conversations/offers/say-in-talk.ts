import { openThread, say } from '#messaging';
import { newId, type TxCtx } from '#platform/context';
import type { Conversation } from '../conversation.ts';

/** A line of the conversation that an offer or a request leaves there; their notices tell the other side. */
export async function sayInTalk(
  tx: TxCtx,
  { conversationId, buyerId, sellerId }: Conversation,
  line: { body: string; key: string },
): Promise<void> {
  const threadId = await openThread(tx, {
    threadId: newId(tx),
    memberIds: [buyerId, sellerId],
    subject: { kind: 'service-talk', id: conversationId },
  });
  await say(tx, { threadId, ...line });
}
