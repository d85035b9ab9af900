import type { Difference, LedgerCheck } from '#ledger';
import { sql } from 'kysely';

/**
 * What gateways took according to our records of their reports must stand in the ledger's clearing
 * accounts, gateway by gateway, to the cent (SPEC 6.9).
 */
export const gatewayClearingCheck: LedgerCheck = {
  name: 'gateway-clearing',
  async run(tx) {
    const { rows } = await sql<{ gateway: string; reported: bigint; posted: bigint }>`
      with reported as (
        select gateway, sum(amount_minor + fee_minor)::bigint as minor
        from wallet.payments where state = 'confirmed' group by gateway),
      posted as (
        select a.holder as gateway, sum(t.amount_minor)::bigint as minor
        from ledger.transfers t join ledger.accounts a on a.id = t.debit_account_id
        where a.kind = 'gateway_clearing' and t.kind in ('top_up', 'top_up_fee') group by a.holder)
      select coalesce(r.gateway, p.gateway) as gateway, coalesce(r.minor, 0) as reported,
        coalesce(p.minor, 0) as posted
      from reported r full join posted p on p.gateway = r.gateway
      where coalesce(r.minor, 0) <> coalesce(p.minor, 0) limit 100`.execute(tx.db);
    return rows.map(
      (row): Difference => ({
        check: 'gateway-clearing',
        subject: row.gateway,
        expected: row.reported.toString(),
        found: row.posted.toString(),
      }),
    );
  },
};

/** Every clearing that waits is money in the member's pending account, and the other way round. */
export const clearingsCheck: LedgerCheck = {
  name: 'clearings',
  async run(tx) {
    const { rows } = await sql<{ member: string; waiting: bigint; pending: bigint }>`
      with waiting as (
        select member_id::text as member, sum(amount_minor - returned_minor)::bigint as minor
        from wallet.clearings where cleared_at is null group by member_id)
      select coalesce(w.member, a.holder) as member, coalesce(w.minor, 0) as waiting,
        coalesce(a.balance_minor, 0) as pending
      from waiting w
      full join (select * from ledger.accounts where kind = 'member_pending') a on a.holder = w.member
      where coalesce(w.minor, 0) <> coalesce(a.balance_minor, 0) limit 100`.execute(tx.db);
    return rows.map(
      (row): Difference => ({
        check: 'clearings',
        subject: row.member,
        expected: row.waiting.toString(),
        found: row.pending.toString(),
      }),
    );
  },
};
