import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { statement } from './statement.ts';

/** One side asks another judge, once in a dispute; that word is the last (SPEC 5.9). Refuses InvalidInput (`body`). */
export async function appealSplit(
  ctx: Ctx,
  appeal: { orderId: string; body: string; key?: string },
): Promise<Taken> {
  const body = statement('body', appeal.body);
  const { orderId, key } = appeal;
  return takeAct(ctx, { orderId, act: 'appeal_split', key }, async (tx, { party }) => {
    await sql`update orders.disputes set appealed_by = ${party}, appeal = ${body},
      appealed_at = ${tx.clock.now()} where order_id = ${orderId}`.execute(tx.db);
    return { details: { reason: body } };
  });
}
