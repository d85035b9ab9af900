import type { TxCtx } from '#platform/context';
import { insertMessage, type Said } from './message-store.ts';

/** Answers on behalf of a member who has not read yet, once for its key. */
export function sayAutomatically(
  tx: TxCtx,
  reply: { threadId: string; senderId: string; body: string; key: string },
): Promise<Said> {
  return insertMessage(tx, { ...reply, automatic: true, key: `automatic:${reply.key}` });
}
