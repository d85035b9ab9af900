import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { publish } from '#platform/live';
import { threadTopic } from './thread.ts';

/** Tells whoever has the thread open that the member who acts is writing; nothing is kept of it. */
export async function showTyping(ctx: Ctx, threadId: string): Promise<void> {
  const typing = requireMember(ctx);
  await inTransaction(ctx, (tx) => Promise.resolve(publish(tx, threadTopic(threadId), { typing })));
}
