import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { actorName, type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { firstWeights, type FormulaPart, formulaParts } from './formula.ts';
import { weightsNow } from './weights.ts';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/**
 * Wishes for other weights of the formula (shares of one); they come true in daily steps. Admins only,
 * with a reason that stands in the public log. Refuses InvalidInput (the part; `weights` when nothing is
 * wished for; `reason`), NotFound.
 */
export async function wishWeights(
  ctx: Ctx,
  wish: { weights: Partial<Record<FormulaPart, number>>; reason: string },
): Promise<void> {
  requireRole(ctx, 'admin');
  const reason = wish.reason.trim();
  const wished = formulaParts.flatMap((part) => {
    const value = wish.weights[part];
    return value === undefined ? [] : [{ part, value }];
  });
  const wrong: Record<string, string> = {};
  for (const { part, value } of wished) if (!(value >= 0 && value <= 1)) wrong[part] = 'share';
  if (wished.length === 0) wrong.weights = 'nothing';
  if (reason.length < SHORTEST_REASON) wrong.reason = 'short';
  if (reason.length > LONGEST_REASON) wrong.reason = 'long';
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  await inTransaction(ctx, async (tx) => {
    const before = await weightsNow(tx);
    for (const { part, value } of wished)
      await keepWish(tx, { part, value, held: before[part], reason });
    await recordAct(tx, {
      verb: 'search.wish-weights',
      subjectKind: 'search-weights',
      subjectId: 'formula',
      reason,
      before,
      after: wish.weights,
    });
  });
}

async function keepWish(
  tx: TxCtx,
  wish: { part: FormulaPart; value: number; held: number; reason: string },
): Promise<void> {
  const { part, value, held, reason } = wish;
  await sql`insert into search.weights (name, value, wished)
    values (${part}, ${firstWeights[part]}, ${value})
    on conflict (name) do update set wished = excluded.wished`.execute(tx.db);
  await sql`insert into search.weight_changes (name, verb, before, after, reason, actor, at)
    values (${part}, 'wish', ${held}, ${value}, ${reason}, ${actorName(tx)}, ${tx.clock.now()})`.execute(
    tx.db,
  );
}
