import { findThread, isSpam, listMessages, markRead, type ThreadMessage } from '#messaging';
import type { Ctx } from '#platform/context';
import { talkPausedUntil } from '#trust';
import type { Conversation } from '../conversation.ts';
import { getConversation, type Side } from '../conversation-policy.ts';
import { hasBlocked, isBlockedBetween } from './set-block.ts';

/** A window onto a conversation for one of its sides. */
export interface OpenConversation extends Conversation {
  side: Side;
  ownId: string;
  otherId: string;
  threadId: string | undefined;
  messages: ThreadMessage[];
  /** Set when there are messages before these, or after them: the place to read on from. */
  olderBefore: bigint | undefined;
  newerAfter: bigint | undefined;
  /** The reader has blocked the other side; `closed` when either has. */
  blocking: boolean;
  closed: boolean;
  spam: boolean;
  /** Messages before orders are off for the reader until then. */
  pausedUntil: Date | undefined;
}

const WINDOW = 80;

/** Reads a window of a conversation, and marks it read when the newest is in it. Refuses NotFound. */
export async function readConversation(
  ctx: Ctx,
  conversationId: string,
  place: { before?: bigint; after?: bigint } = {},
): Promise<OpenConversation> {
  const talk = await getConversation(ctx, conversationId);
  const threadId = await findThread(ctx, { kind: 'service-talk', id: conversationId });
  const [closed, blocking, spam, pausedUntil] = await Promise.all([
    isBlockedBetween(ctx, talk.ownId, talk.otherId),
    hasBlocked(ctx, talk.otherId),
    threadId ? isSpam(ctx, threadId, talk.ownId) : false,
    talkPausedUntil(ctx, talk.ownId),
  ]);
  const found = threadId ? await listMessages(ctx, { threadId, ...place, limit: WINDOW + 1 }) : [];
  const more = found.length > WINDOW;
  const forward = place.after !== undefined;
  const messages = more ? (forward ? found.slice(0, -1) : found.slice(1)) : found;
  const newest = forward ? !more : place.before === undefined;
  if (threadId && newest) await markRead(ctx, threadId);
  return {
    ...talk,
    threadId,
    messages,
    olderBefore: forward || more ? messages[0]?.seq : undefined,
    newerAfter: newest ? undefined : messages.at(-1)?.seq,
    blocking,
    closed,
    spam,
    pausedUntil,
  };
}
