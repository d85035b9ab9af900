import type { Ctx, TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** The chat of a member; undefined without one. Asks no policy. */
export async function findChat(ctx: Ctx, memberId: string): Promise<bigint | undefined> {
  const { rows } = await sql<{ chat_id: bigint }>`
    select chat_id from notifications.telegram_chats where member_id = ${memberId}`.execute(ctx.db);
  return rows[0]?.chat_id;
}

/** The chat is this member's from now on, and nobody else's. */
export async function keepChat(tx: TxCtx, memberId: string, chatId: bigint): Promise<void> {
  await sql`delete from notifications.telegram_chats where chat_id = ${chatId}`.execute(tx.db);
  await sql`insert into notifications.telegram_chats (member_id, chat_id, at)
    values (${memberId}, ${chatId}, ${tx.clock.now()})
    on conflict (member_id) do update set chat_id = excluded.chat_id, at = excluded.at`.execute(
    tx.db,
  );
}

/** Forgets the chat of a member, or one chat whosever it is. Answers whether there was one. */
export async function forgetChat(
  ctx: Ctx,
  which: { memberId: string } | { chatId: bigint },
): Promise<boolean> {
  const where =
    'memberId' in which ? sql`member_id = ${which.memberId}` : sql`chat_id = ${which.chatId}`;
  const { numAffectedRows = 0n } =
    await sql`delete from notifications.telegram_chats where ${where}`.execute(ctx.db);
  return numAffectedRows > 0n;
}
