import type { TxCtx } from '#platform/context';
import type { Said } from './message-store.ts';
import { writeGuarded } from './guard/write-guarded.ts';

/** Answers on behalf of a member who has not read yet, once for its key; masked as what they say themselves. */
export function sayAutomatically(
  tx: TxCtx,
  reply: { threadId: string; senderId: string; body: string; key: string },
): Promise<Said> {
  const key = `automatic:${reply.key}`;
  return writeGuarded(tx, { ...reply, place: 'talk', automatic: true, key });
}
