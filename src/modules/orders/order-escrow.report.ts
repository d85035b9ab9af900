import type { Difference, LedgerCheck } from '#ledger';
import { sql } from 'kysely';
import { WORKING_STATES } from './order.ts';

/**
 * The orders' part of the ledger's proof (SPEC 6.9): the escrow of an order is its price while the work
 * goes on, and in a dispute from there; zero in every other state; there is no escrow without an order.
 */
export const escrowCheck: LedgerCheck = {
  name: 'escrow-follows-orders',
  async run(tx) {
    const working = [...WORKING_STATES];
    const { rows } = await sql<Found & { orderId: string; state: string | null }>`
      with expected as (
        select id, state, case when state = any(${working}) or state = 'disputed' and completed_at is null
          then price_minor else 0 end as minor from orders.orders)
      select coalesce(o.id::text, a.holder) as "orderId", o.state,
        coalesce(o.minor, 0)::bigint as expected, coalesce(a.balance_minor, 0)::bigint as found
      from expected o
      full join (select holder, balance_minor from ledger.accounts where kind = 'order_escrow') a
        on a.holder = o.id::text
      where coalesce(a.balance_minor, 0) <> coalesce(o.minor, 0) limit 100`.execute(tx.db);
    return rows.map((row) =>
      difference('escrow-follows-orders', `order ${row.orderId} (${row.state ?? 'unknown'})`, row),
    );
  },
};

/** What went back to the buyer of an order that was completed or judged is what its row says, to the cent. */
export const splitsCheck: LedgerCheck = {
  name: 'splits-follow-orders',
  async run(tx) {
    const { rows } = await sql<Found & { orderId: string }>`
      select o.id as "orderId", o.refunded_minor as expected, coalesce(t.minor, 0)::bigint as found
      from orders.orders o
      left join lateral (select sum(amount_minor) as minor from ledger.transfers
        where order_id = o.id and kind in ('refund_to_credit', 'refund_to_earned')) t on true
      where (o.completed_at is not null or o.refunded_minor > 0)
        and coalesce(t.minor, 0) <> o.refunded_minor limit 100`.execute(tx.db);
    return rows.map((row) => difference('splits-follow-orders', `order ${row.orderId}`, row));
  },
};

/** What the guarantee reserve paid for sellers of an order and has not had back is what is noted as owed. */
export const guaranteeCheck: LedgerCheck = {
  name: 'guarantee-debts',
  async run(tx) {
    const { rows } = await sql<Found & { orderId: string }>`
      with owed as (select order_id, sum(owed_minor - recovered_minor) as minor
        from orders.guarantee_debts group by order_id),
      paid as (select order_id, sum(case when kind = 'guarantee_cover' then amount_minor
          else -amount_minor end) as minor from ledger.transfers
        where kind in ('guarantee_cover', 'guarantee_recovery_from_pending', 'guarantee_recovery_from_earned')
        group by order_id)
      select coalesce(o.order_id, p.order_id) as "orderId", coalesce(o.minor, 0)::bigint as expected,
        coalesce(p.minor, 0)::bigint as found
      from owed o full join paid p using (order_id)
      where coalesce(o.minor, 0) <> coalesce(p.minor, 0) limit 100`.execute(tx.db);
    return rows.map((row) => difference('guarantee-debts', `order ${row.orderId}`, row));
  },
};

interface Found {
  expected: bigint;
  found: bigint;
}

const difference = (check: string, subject: string, { expected, found }: Found): Difference => ({
  check,
  subject,
  expected: expected.toString(),
  found: found.toString(),
});
