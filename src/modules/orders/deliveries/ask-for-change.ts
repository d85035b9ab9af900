import { type Ctx, newId } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';

const MAX_BODY = 5_000;

/**
 * The buyer asks for a change of what was delivered; the work goes on (SPEC 5.6). As many as were
 * included: then order-changes-are-left. Refuses InvalidInput (`body`).
 */
export async function askForChange(
  ctx: Ctx,
  asked: { orderId: string; body: string; key?: string },
): Promise<Taken> {
  const body = cleanText(asked.body);
  if (body === '') throw new InvalidInput({ body: 'required' });
  if (body.length > MAX_BODY) throw new InvalidInput({ body: 'too-long' });
  return takeAct(
    ctx,
    { orderId: asked.orderId, act: 'ask_change', key: asked.key },
    async (tx, { order }) => {
      const number = order.changesUsed + 1;
      await sql`insert into orders.change_requests (id, order_id, number, body, at)
        values (${newId(tx)}, ${order.orderId}, ${number}, ${body}, ${tx.clock.now()})`.execute(
        tx.db,
      );
      return { details: { number } };
    },
  );
}
