import { actorName, newId, type TxCtx } from '#platform/context';
import { postTransfers } from '#ledger';
import { gathered, NotInCrowd } from '#platform/crowd';
import { sql } from 'kysely';
import type { Order } from '../order-row.ts';

/** Notes what the reserve paid for a seller of an order; USD cents. */
export async function noteDebt(tx: TxCtx, order: Order, owedMinor: bigint): Promise<void> {
  await sql`insert into orders.guarantee_debts (order_id, number, member_id, owed_minor, since)
    select ${order.orderId}, 1 + count(*), ${order.sellerId}, ${owedMinor}, ${tx.clock.now()}
    from orders.guarantee_debts where order_id = ${order.orderId}`.execute(tx.db);
}

/**
 * What the reserve paid for a seller comes back from what they earn now, while it is pending (SPEC 5.9).
 * Answers how much; the caller lets only the rest clear.
 */
export async function recoverDebts(tx: TxCtx, order: Order, earnedMinor: bigint): Promise<bigint> {
  if (!(await isInDebt(tx, order.sellerId))) return 0n;
  // Two orders of one debtor would both pay the same debt.
  if (tx.crowd) throw new NotInCrowd();
  const { rows } = await sql<{ orderId: string; number: number; openMinor: bigint }>`
    select order_id as "orderId", number, owed_minor - recovered_minor as "openMinor"
    from orders.guarantee_debts where member_id = ${order.sellerId} and recovered_minor < owed_minor
    order by since, order_id, number limit 100 for update`.execute(tx.db);
  let leftMinor = earnedMinor;
  for (const debt of rows) {
    const amountMinor = debt.openMinor < leftMinor ? debt.openMinor : leftMinor;
    if (amountMinor === 0n) break;
    await postTransfers(tx, [
      {
        id: newId(tx),
        key: `order:${order.orderId}:guarantee-recovery:${debt.orderId}:${debt.number}`,
        kind: 'guarantee_recovery_from_pending',
        debit: order.sellerId,
        amountMinor,
        orderId: debt.orderId,
        actor: actorName(tx),
      },
    ]);
    await sql`update orders.guarantee_debts set recovered_minor = recovered_minor + ${amountMinor}
      where order_id = ${debt.orderId} and number = ${debt.number}`.execute(tx.db);
    leftMinor -= amountMinor;
  }
  return earnedMinor - leftMinor;
}

const isInDebt = gathered(async (tx: TxCtx, memberIds: readonly string[]) => {
  const { rows } = await sql<{ memberId: string }>`
    select distinct member_id as "memberId" from orders.guarantee_debts
    where member_id = any(${[...memberIds]}::uuid[]) and recovered_minor < owed_minor`.execute(
    tx.db,
  );
  const debtors = new Set(rows.map(({ memberId }) => memberId));
  return memberIds.map((memberId) => debtors.has(memberId));
});
