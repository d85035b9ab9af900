import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { TooManyQuickReplies } from '../conversation-errors.ts';
import { listQuickReplies } from './habit-store.ts';

const MOST = 20;

/** Keeps a reply to use again; the same words are kept once. Refuses InvalidInput, TooManyQuickReplies. */
export async function saveQuickReply(ctx: Ctx, input: { body: string }): Promise<void> {
  const memberId = requireMember(ctx);
  const body = cleanText(input.body).trim();
  if (body === '') throw new InvalidInput({ body: 'required' });
  if (body.length > 1_000) throw new InvalidInput({ body: 'too-long' });
  await inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`quick-replies:${memberId}`}, 0))`.execute(
      tx.db,
    );
    if ((await listQuickReplies(tx, memberId)).length >= MOST) throw new TooManyQuickReplies();
    await sql`insert into conversations.quick_replies (id, member_id, body, saved_at)
      values (${newId(tx)}, ${memberId}, ${body}, ${tx.clock.now()})
      on conflict on constraint quick_reply_is_saved_once do nothing`.execute(tx.db);
  });
}
