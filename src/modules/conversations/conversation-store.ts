import { type Ctx, newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import type { Conversation } from './conversation.ts';

const columns = sql`id as "conversationId", buyer_id as "buyerId", seller_id as "sellerId",
  service_id as "serviceId"`;

/** The conversation of that id, whoever asks. */
export async function findConversation(
  ctx: Ctx,
  conversationId: string,
): Promise<Conversation | undefined> {
  return (await listConversations(ctx, [conversationId])).get(conversationId);
}

/** Conversations by id (at most 200). */
export async function listConversations(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const { rows } = await sql<Conversation>`select ${columns} from conversations.conversations
    where id = any(${[...ids]}::uuid[]) limit 200`.execute(ctx.db);
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** The conversation of a buyer about a service with its seller, if anybody began it. */
export async function findBySides(
  ctx: Ctx,
  sides: Omit<Conversation, 'conversationId'>,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${columns} from conversations.conversations
    where buyer_id = ${sides.buyerId} and seller_id = ${sides.sellerId}
      and service_id = ${sides.serviceId}`.execute(ctx.db);
  return rows[0];
}

/** Begins the conversation, or answers the one there is; beginning it twice at once is once. */
export async function ensureConversation(
  tx: TxCtx,
  sides: Omit<Conversation, 'conversationId'>,
): Promise<Conversation> {
  await sql`insert into conversations.conversations (id, buyer_id, seller_id, service_id, opened_at)
    values (${newId(tx)}, ${sides.buyerId}, ${sides.sellerId}, ${sides.serviceId}, ${tx.clock.now()})
    on conflict on constraint conversation_about_a_service_is_one do nothing`.execute(tx.db);
  const found = await findBySides(tx, sides);
  if (!found) throw new Error('a conversation that was there is gone');
  return found;
}
