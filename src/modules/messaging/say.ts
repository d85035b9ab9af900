import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { NotFound } from '#platform/refusals';
import type { Said } from './message-store.ts';
import { MessageIsEmpty, MessageIsTooLong } from './messaging-errors.ts';
import { isInThread } from './thread-lists.ts';
import type { AttachedFile } from './thread.ts';
import { writeGuarded } from './guard/write-guarded.ts';

const MAX_LENGTH = 5_000;

export interface Saying {
  threadId: string;
  body: string;
  /** In a paid order that runs more may be said: links and names are its material. `talk` if not said. */
  place?: 'talk' | 'order';
  /** Files that media has stored for this member, in their order. */
  files?: readonly AttachedFile[];
  /** Made with the form: the same key again is the same message. */
  key: string;
}

/**
 * Says something in a thread as the member who acts (SPEC 8.1); whoever has it open hears of it, and
 * reads it without what leads out of the site.
 * Refuses NotFound for people outside the thread, MessageIsEmpty, MessageIsTooLong.
 */
export async function say(ctx: Ctx, saying: Saying): Promise<Said> {
  const senderId = requireMember(ctx);
  const body = cleanText(saying.body).trim();
  if (body === '' && (saying.files ?? []).length === 0) throw new MessageIsEmpty();
  if (body.length > MAX_LENGTH) throw new MessageIsTooLong();
  return inTransaction(ctx, async (tx) => {
    if (!(await isInThread(tx, saying.threadId, senderId))) throw new NotFound();
    const place = saying.place ?? 'talk';
    return writeGuarded(tx, { ...saying, place, body, senderId, key: `${senderId}:${saying.key}` });
  });
}
