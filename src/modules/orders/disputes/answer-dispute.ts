import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { statement } from './statement.ts';

/** The other side answers a claim in time; now a judge proposes (SPEC 5.9). Refuses InvalidInput (`body`). */
export async function answerDispute(
  ctx: Ctx,
  answer: { orderId: string; body: string; key?: string },
): Promise<Taken> {
  const body = statement('body', answer.body);
  const { orderId, key } = answer;
  return takeAct(ctx, { orderId, act: 'answer_dispute', key }, async (tx) => {
    await sql`update orders.disputes set answer = ${body}, answered_at = ${tx.clock.now()}
      where order_id = ${orderId}`.execute(tx.db);
    return { details: { reason: body } };
  });
}
