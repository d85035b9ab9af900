import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { earningsCleared } from '../payment-facts.ts';
import { postClearing } from '../payment-money.ts';

interface DueClearing {
  order_id: string;
  member_id: string;
  amount_minor: bigint;
}

/** Clears every earning whose time has come, each in its own transaction; two sweeps share the work. Returns how many. */
export async function sweepClearings(ctx: Ctx): Promise<number> {
  for (let cleared = 0; ; cleared += 1) {
    if (!(await inTransaction(ctx, clearOne))) return cleared;
  }
}

async function clearOne(tx: TxCtx): Promise<boolean> {
  const { rows } =
    await sql<DueClearing>`select order_id, member_id, amount_minor - returned_minor as amount_minor
    from wallet.clearings where cleared_at is null and not paused and clears_at <= ${tx.clock.now()}
    order by clears_at limit 1 for update skip locked`.execute(tx.db);
  const due = rows[0];
  if (!due) return false;
  await postClearing(tx, {
    orderId: due.order_id,
    memberId: due.member_id,
    amountMinor: due.amount_minor,
  });
  await sql`update wallet.clearings set cleared_at = ${tx.clock.now()} where order_id = ${due.order_id}`.execute(
    tx.db,
  );
  if (due.amount_minor === 0n) return true;
  await recordFact(tx, earningsCleared, {
    memberId: due.member_id,
    orderId: due.order_id,
    amountMinor: due.amount_minor.toString(),
  });
  return true;
}
