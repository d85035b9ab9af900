import { type Ctx, inTransaction } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { OrderMoved } from '../order-errors.ts';
import { partyOf } from '../order-policy.ts';
import { lockOrder } from '../order-store.ts';
import type { RequirementsDraft } from './requirements-draft.ts';

const MAX_TEXT = 5_000;

/**
 * Keeps what the buyer has written so far, in place of what was kept before: nothing is judged and nobody
 * is told. Answers to questions of the order alone, 5,000 letters each. Refuses NotFound, and OrderMoved
 * once the instructions are there or the order is over.
 */
export async function keepRequirementsDraft(
  ctx: Ctx,
  { orderId, answers, note }: RequirementsDraft & { orderId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order || partyOf(tx.actor, order) !== 'buyer') throw new NotFound();
    if (order.state !== 'awaiting_requirements') throw new OrderMoved(order.state);
    const known = order.questions.flatMap(({ questionId }) => {
      const text = answers[questionId];
      return text ? [[questionId, plain(text)]] : [];
    });
    await sql`insert into orders.requirement_drafts (order_id, answers, note, at)
      values (${orderId}, ${JSON.stringify(Object.fromEntries(known))}::jsonb, ${plain(note)},
        ${tx.clock.now()})
      on conflict (order_id) do update set answers = excluded.answers, note = excluded.note,
        at = excluded.at`.execute(tx.db);
  });
}

/** As it was typed, without what the database cannot hold. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').slice(0, MAX_TEXT);
}
