import type { LedgerCheck } from '#ledger';
import { sql } from 'kysely';
import { holdsEscrow, ORDER_STATES } from './order.ts';

/**
 * The orders' part of the ledger's proof (SPEC 6.9): the escrow of an order is its price while the work
 * goes on and zero in every other state, and there is no escrow without an order.
 */
export const escrowCheck: LedgerCheck = {
  name: 'escrow-follows-orders',
  async run(tx) {
    const holding = ORDER_STATES.filter(holdsEscrow);
    const { rows } = await sql<{
      orderId: string;
      state: string | null;
      expected: bigint;
      found: bigint;
    }>`
      select coalesce(o.id::text, a.holder) as "orderId", o.state,
        (case when o.state = any(${holding}) then o.price_minor else 0 end)::bigint as expected,
        coalesce(a.balance_minor, 0)::bigint as found
      from orders.orders o
      full join (select holder, balance_minor from ledger.accounts where kind = 'order_escrow') a
        on a.holder = o.id::text
      where coalesce(a.balance_minor, 0)
        <> case when o.state = any(${holding}) then o.price_minor else 0 end
      limit 100`.execute(tx.db);
    return rows.map((row) => ({
      check: 'escrow-follows-orders',
      subject: `order ${row.orderId} (${row.state ?? 'unknown'})`,
      expected: row.expected.toString(),
      found: row.found.toString(),
    }));
  },
};
