import { findThread, markSpam } from '#messaging';
import type { Ctx } from '#platform/context';
import { getConversation } from '../conversation-policy.ts';

/** Puts a conversation away as spam for the member who acts, or takes it back. Refuses NotFound. */
export async function setSpam(ctx: Ctx, conversationId: string, spam: boolean): Promise<void> {
  await getConversation(ctx, conversationId);
  const threadId = await findThread(ctx, { kind: 'service-talk', id: conversationId });
  if (threadId) await markSpam(ctx, threadId, spam);
}
