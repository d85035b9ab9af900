import type { Ctx } from '#platform/context';
import { contactMasks, maskContact } from '#trust';
import type { ThreadMessage } from '../thread.ts';

export interface Reader {
  /** The one who acts reads past what is masked: the staff. */
  readPast?: boolean;
}

interface Written {
  id: string;
  sender_id: string | null;
  body: string;
  guarded: boolean;
}

/**
 * Of the messages that have something masked: what the one who acts may read of each, by message id. A
 * member reads past the masks in their own messages, the house past all. Most pages ask nothing.
 */
export async function maskedFor(
  ctx: Ctx,
  messages: readonly Written[],
  reader: Reader,
): Promise<Map<string, Pick<ThreadMessage, 'body' | 'mask'>>> {
  const guarded = messages.filter((message) => message.guarded);
  const masks = await contactMasks(
    ctx,
    guarded.map(({ id }) => id),
  );
  const { actor } = ctx;
  return new Map(
    guarded.flatMap(({ id, body, sender_id: senderId }) => {
      const mask = masks.get(id);
      if (!mask) return [];
      const own = actor.kind === 'member' && actor.memberId === senderId;
      const readPast = own || actor.kind === 'system' || (reader.readPast ?? false);
      const read = readPast ? body : maskContact(body, mask.parts);
      return [[id, { body: read, mask: { ...mask, readPast } }] as const];
    }),
  );
}
