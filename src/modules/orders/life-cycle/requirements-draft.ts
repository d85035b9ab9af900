import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

/** What a buyer has begun to tell the seller: question id → text, and the free note. */
export interface RequirementsDraft {
  answers: Record<string, string>;
  note: string;
}

/** The draft of an order, if there is one. It is its buyer's alone; asks no policy. */
export async function findRequirementsDraft(
  ctx: Ctx,
  orderId: string,
): Promise<RequirementsDraft | undefined> {
  const { rows } = await sql<RequirementsDraft>`
    select answers, note from orders.requirement_drafts where order_id = ${orderId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** The draft has served: what it said was sent. */
export async function forgetRequirementsDraft(ctx: Ctx, orderId: string): Promise<void> {
  await sql`delete from orders.requirement_drafts where order_id = ${orderId}`.execute(ctx.db);
}
