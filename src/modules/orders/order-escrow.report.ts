import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { holdsEscrow, ORDER_STATES, type OrderState } from './order.ts';

/** What was reserved for an order, by where it came from; USD cents. */
export async function reservedParts(
  ctx: Ctx,
  orderId: string,
): Promise<{ creditMinor: bigint; earnedMinor: bigint }> {
  const { rows } = await sql<{ credit: bigint | null; earned: bigint | null }>`
    select sum(amount_minor) filter (where kind = 'reserve_from_credit')::bigint as credit,
      sum(amount_minor) filter (where kind = 'reserve_from_earned')::bigint as earned
    from ledger.transfers where order_id = ${orderId}`.execute(ctx.db);
  return { creditMinor: rows[0]?.credit ?? 0n, earnedMinor: rows[0]?.earned ?? 0n };
}

export interface EscrowDifference {
  orderId: string;
  state: OrderState | null;
  expectedMinor: bigint;
  foundMinor: bigint;
}

/**
 * Orders whose escrow is not what their state says (SPEC 6.9): the price while the work goes on, zero
 * in every other state; also escrows without an order. Empty when all is well; at most 100.
 */
export async function listEscrowDifferences(ctx: Ctx): Promise<EscrowDifference[]> {
  const holding = ORDER_STATES.filter(holdsEscrow);
  const { rows } = await sql<EscrowDifference>`
    select coalesce(o.id::text, a.holder) as "orderId", o.state,
      case when o.state = any(${holding}) then o.price_minor else 0 end as "expectedMinor",
      coalesce(a.balance_minor, 0) as "foundMinor"
    from orders.orders o
    full join (select * from ledger.accounts where kind = 'order_escrow') a on a.holder = o.id::text
    where coalesce(a.balance_minor, 0)
      <> case when o.state = any(${holding}) then o.price_minor else 0 end
    limit 100`.execute(ctx.db);
  return rows;
}

export interface OrderTransfer {
  transferId: string;
  at: Date;
  kind: string;
  debitKind: string;
  creditKind: string;
  amountMinor: bigint;
  actor: string;
}

/** The ledger lines of one order, for the staff's page; at most 100. */
export async function listOrderTransfers(ctx: Ctx, orderId: string): Promise<OrderTransfer[]> {
  const { rows } = await sql<OrderTransfer>`
    select t.id as "transferId", t.at, t.kind, d.kind as "debitKind", c.kind as "creditKind",
      t.amount_minor as "amountMinor", t.actor
    from ledger.transfers t
    join ledger.accounts d on d.id = t.debit_account_id
    join ledger.accounts c on c.id = t.credit_account_id
    where t.order_id = ${orderId} order by t.seq limit 100`.execute(ctx.db);
  return rows;
}
