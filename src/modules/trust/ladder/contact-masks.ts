import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { ContactPart } from '../contact/contact-part.ts';

/** What of a message is masked now, and why. */
export interface ContactMask {
  caseId: string;
  parts: ContactPart[];
  /** Its writer said that it was a mistake, and waits. */
  objected: boolean;
}

/** The masks that stand over messages (at most 200), by message id. Whoever calls decides who reads past them. */
export async function contactMasks(
  ctx: Ctx,
  messageIds: readonly string[],
): Promise<Map<string, ContactMask>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await sql<ContactMask & { messageId: string }>`
    select message_id as "messageId", id as "caseId", parts,
      objected_at is not null and outcome is null as objected
    from trust.contact_cases where message_id = any(${[...messageIds]}::uuid[])
      and (outcome = 'confirmed' or (outcome is null and not believed)) limit 200`.execute(ctx.db);
  return new Map(rows.map(({ messageId, ...mask }) => [messageId, mask]));
}
