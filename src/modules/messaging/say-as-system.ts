import type { TxCtx } from '#platform/context';
import { insertMessage, type Said } from './message-store.ts';

/** Writes a note of the house into a thread, once for its key. */
export function sayAsSystem(
  tx: TxCtx,
  note: { threadId: string; body: string; key: string },
): Promise<Said> {
  return insertMessage(tx, { ...note, senderId: null, key: `system:${note.key}` });
}
