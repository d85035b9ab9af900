import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { hashOfCode } from './code-hash.ts';
import { keepChat } from './telegram-store.ts';

/**
 * Links a chat to the member whose code was said in it, once; a chat that was somebody else's is this
 * member's from then on. Answers whose it is; undefined for a code that was never given, was used or is over.
 */
export async function linkTelegram(
  ctx: Ctx,
  said: { code: string; chatId: bigint },
): Promise<string | undefined> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ member_id: string }>`delete from notifications.telegram_codes
      where code_hash = ${hashOfCode(said.code)} and expires_at > ${tx.clock.now()}
      returning member_id`.execute(tx.db);
    const memberId = rows[0]?.member_id;
    if (memberId) await keepChat(tx, memberId, said.chatId);
    return memberId;
  });
}
