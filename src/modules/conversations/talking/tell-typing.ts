import { findThread, showTyping } from '#messaging';
import type { Ctx } from '#platform/context';
import { spendTry } from '#platform/limits';
import { getConversation } from '../conversation-policy.ts';
import { isBlockedBetween } from './set-block.ts';
import { TYPING } from './talk-limits.ts';

/** The other side sees that somebody writes; no row of it. Refuses NotFound, TooMany. */
export async function tellTyping(ctx: Ctx, conversationId: string): Promise<void> {
  const { ownId, otherId } = await getConversation(ctx, conversationId);
  await spendTry(ctx, TYPING, ownId);
  if (await isBlockedBetween(ctx, ownId, otherId)) return;
  const threadId = await findThread(ctx, { kind: 'service-talk', id: conversationId });
  if (threadId) await showTyping(ctx, threadId);
}
