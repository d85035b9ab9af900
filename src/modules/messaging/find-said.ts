import { type Ctx, requireMember } from '#platform/context';
import { findMessageByKey, type Said } from './message-store.ts';

/** The message this member has already sent under the key, if any: look before storing its files. */
export async function findSaid(ctx: Ctx, threadId: string, key: string): Promise<Said | undefined> {
  const messageId = await findMessageByKey(ctx, { threadId, key: `${requireMember(ctx)}:${key}` });
  return messageId === undefined ? undefined : { messageId, repeated: true };
}
