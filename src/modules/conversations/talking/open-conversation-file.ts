import { openFile, type OpenedFile } from '#media';
import { findThread, findThreadFile } from '#messaging';
import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { getConversation } from '../conversation-policy.ts';

/** A file of a conversation for its two sides. NotFound for everybody else and for files of elsewhere. */
export async function openConversationFile(
  ctx: Ctx,
  of: { conversationId: string; fileId: string },
): Promise<OpenedFile> {
  await getConversation(ctx, of.conversationId);
  const threadId = await findThread(ctx, { kind: 'service-talk', id: of.conversationId });
  const there = threadId && isUuid(of.fileId) && (await findThreadFile(ctx, threadId, of.fileId));
  if (!there) throw new NotFound();
  return openFile(ctx, of.fileId);
}
