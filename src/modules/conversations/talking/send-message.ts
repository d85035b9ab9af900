import { findSaid, openThread, type Said, say } from '#messaging';
import { type Ctx, inTransaction, newId } from '#platform/context';
import { isConstraint } from '#platform/db';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { refuseWhilePaused } from '#trust';
import { FileNotReady, TalkIsBlocked } from '../conversation-errors.ts';
import { messageSent } from '../conversation-facts.ts';
import { getConversation } from '../conversation-policy.ts';
import { answerAutomatically } from '../habits/answer-automatically.ts';
import { attachFiles, type IncomingFile } from './attach-files.ts';
import { isBlockedBetween } from './set-block.ts';
import { MESSAGES } from './talk-limits.ts';

export interface TalkMessage {
  conversationId: string;
  body: string;
  files?: readonly IncomingFile[];
  /** Files that came in parts, by id. */
  uploadIds?: readonly string[];
  key: string;
}

/**
 * One side writes to the other before an order (SPEC 8.1). Refuses NotFound for everybody else,
 * TalkIsBlocked, TalkIsPaused, TooMany, MessageIsEmpty, MessageIsTooLong, FileNotReady, and media's refusals.
 */
export async function sendMessage(ctx: Ctx, message: TalkMessage): Promise<Said> {
  const talk = await getConversation(ctx, message.conversationId);
  await spendTry(ctx, MESSAGES, talk.ownId);
  const { conversationId, buyerId, sellerId, serviceId, ownId, otherId } = talk;
  return inTransaction(ctx, async (tx) => {
    if (await isBlockedBetween(tx, ownId, otherId)) throw new TalkIsBlocked();
    const subject = { kind: 'service-talk', id: conversationId } as const;
    const threadId = await openThread(tx, {
      threadId: newId(tx),
      memberIds: [buyerId, sellerId],
      subject,
    });
    const before = await findSaid(tx, threadId, message.key);
    if (before) return before;
    await refuseWhilePaused(tx, ownId);
    const files = await attachFiles(tx, message);
    const { body, key } = message;
    const said = await say(tx, { threadId, body, files, key }).catch((error: unknown) => {
      // The file already hangs on another message.
      if (isConstraint(error, 'message_file_is_attached_once')) throw new FileNotReady();
      throw error;
    });
    if (said.repeated) return said;
    await recordFact(tx, messageSent, {
      conversationId,
      buyerId,
      sellerId,
      serviceId,
      messageId: said.messageId,
      senderId: ownId,
      recipientId: otherId,
    });
    await answerAutomatically(tx, { threadId, memberId: otherId });
    return said;
  });
}
