import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { type Difference, type LedgerCheck, MOST_DIFFERENCES } from './difference.ts';

/**
 * Names the transfers that the chart of accounts does not allow, or that move an escrow without saying
 * its order. Slow on a large ledger: asked when an account told of one (see balance-check.ts).
 */
export async function listForbiddenTransfers(tx: TxCtx): Promise<Difference[]> {
  const { rows } = await sql<{ subject: string; found: string }>`
    select 'transfer ' || t.id as subject,
      t.kind || ': ' || coalesce(d.kind, '?') || ' to ' || coalesce(c.kind, '?')
        || ', ' || t.amount_minor as found
    from ledger.transfers t
    left join ledger.posting_kinds k on k.kind = t.kind
    left join ledger.accounts d on d.id = t.debit_account_id
    left join ledger.accounts c on c.id = t.credit_account_id
    where (k.debit_kind = d.kind and k.credit_kind = c.kind and t.amount_minor > 0 and d.id <> c.id
      and (d.kind <> 'order_escrow' or d.holder = t.order_id::text)
      and (c.kind <> 'order_escrow' or c.holder = t.order_id::text)) is not true
    limit ${MOST_DIFFERENCES}`.execute(tx.db);
  return rows.map((row) => ({ check: 'posting-not-allowed', ...row }));
}

/** What moves between a member's own accounts has the same member on both sides. */
export const ownTransfers: LedgerCheck = {
  name: 'another-holder',
  async run(tx) {
    const { rows } = await sql<{ subject: string; expected: string; found: string }>`
      select 'transfer ' || t.id as subject, d.holder as expected, c.holder as found
      from ledger.transfers t
      join ledger.accounts d on d.id = t.debit_account_id
      join ledger.accounts c on c.id = t.credit_account_id
      where t.kind in (select kind from ledger.posting_kinds where same_holder)
        and d.holder <> c.holder
      limit ${MOST_DIFFERENCES}`.execute(tx.db);
    return rows.map((row) => ({ check: 'another-holder', ...row }));
  },
};

/** No key stands twice, whatever the index says: keys are grouped by a hash, and only those compared. */
export const uniqueKeys: LedgerCheck = {
  name: 'duplicate-key',
  async run(tx) {
    const { rows: suspects } = await sql<{ hash: bigint }>`
      select hashtextextended(key, 0) as hash from ledger.transfers
      group by 1 having count(*) > 1 limit ${MOST_DIFFERENCES}`.execute(tx.db);
    if (suspects.length === 0) return [];
    const { rows } = await sql<{ subject: string; found: string }>`
      select 'key ' || key as subject, count(*)::text as found from ledger.transfers
      where hashtextextended(key, 0) = any(${suspects.map(({ hash }) => hash)}::bigint[])
      group by key having count(*) > 1 order by key limit ${MOST_DIFFERENCES}`.execute(tx.db);
    return rows.map((row) => ({ check: 'duplicate-key', expected: '1', ...row }));
  },
};

const TRIGGERS = [
  'transfers_are_append_only',
  'accounts_are_never_removed',
  'accounts_are_well_formed',
  'accounts_never_change_hands',
  'house_snapshots_are_append_only',
];
const CONSTRAINTS = [
  'transfers_pkey',
  'transfer_key_is_used_once',
  'transfer_moves_a_positive_amount_between_two_accounts',
  'account_is_opened_once',
  'balance_is_never_negative_nor_less_than_held',
];

/** The triggers and constraints that hold the ledger are there and in force. */
export const guards: LedgerCheck = {
  name: 'guard-missing',
  async run(tx) {
    const { rows } = await sql<{ subject: string }>`
      select 'trigger ' || name as subject from unnest(${TRIGGERS}::text[]) as name
      where not exists (select from pg_catalog.pg_trigger g
        join pg_catalog.pg_class r on r.oid = g.tgrelid
        where r.relnamespace = 'ledger'::regnamespace and g.tgname = name
          and g.tgenabled in ('O', 'A'))
      union all
      select 'constraint ' || name from unnest(${CONSTRAINTS}::text[]) as name
      where not exists (select from pg_catalog.pg_constraint c
        left join pg_catalog.pg_index i on i.indexrelid = c.conindid
        where c.connamespace = 'ledger'::regnamespace and c.conname = name
          and c.convalidated and coalesce(i.indisvalid, true))`.execute(tx.db);
    return rows.map((row) => ({ check: 'guard-missing', ...row }));
  },
};
