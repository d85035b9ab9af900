import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { type Difference, type LedgerCheck, MOST_DIFFERENCES } from './difference.ts';

/** Each account as it stands beside the sum of its transfers: every transfer is read once. */
const judged = sql`
  select coalesce(a.id, s.account_id) as id, a.kind, a.holder, a.balance_minor, a.held_minor,
    coalesce(s.sum_minor, 0) as sum_minor, a.id is null as unknown
  from ledger.accounts a
  full join (
    select leg.account_id, sum(leg.minor)::bigint as sum_minor
    from ledger.transfers t
    cross join lateral (values
      (t.debit_account_id, -t.amount_minor), (t.credit_account_id, t.amount_minor)
    ) as leg(account_id, minor)
    group by leg.account_id) s on s.account_id = a.id`;

const wrong = sql`(unknown or balance_minor <> sum_minor or balance_minor < 0
  or held_minor < 0 or held_minor > greatest(balance_minor, 0))`;

export interface Totals {
  transfers: bigint;
  accounts: bigint;
  members: bigint;
  escrowHeld: bigint;
}

/** Counts the ledger and compares every balance with its transfers, in one pass (SPEC 6.9). */
export async function checkBalances(
  tx: TxCtx,
): Promise<{ totals: Totals; differences: Difference[] }> {
  const { rows } = await sql<Totals & { total: bigint; differing: bigint }>`
    select (select count(*) from ledger.transfers) as transfers,
      count(*) filter (where not unknown) as accounts,
      coalesce(sum(balance_minor) filter (where kind = 'order_escrow'), 0)::bigint as "escrowHeld",
      coalesce(sum(coalesce(balance_minor, sum_minor)), 0)::bigint as total,
      count(*) filter (where ${wrong}) as differing,
      (select count(distinct holder) from ledger.accounts where kind in
        ('member_credit', 'member_pending', 'member_earned', 'member_withdrawing')) as members
    from (${judged}) j`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate answers one row');
  const { total, differing, ...totals } = row;
  const differences = differing > 0n ? await listWrongBalances(tx) : [];
  if (total !== 0n) {
    differences.push({
      check: 'sum-of-all',
      subject: 'all accounts',
      expected: '0',
      found: total.toString(),
    });
  }
  return { totals, differences };
}

interface Judged {
  id: bigint;
  kind: string | null;
  holder: string | null;
  balanceMinor: bigint | null;
  heldMinor: bigint | null;
  sumMinor: bigint;
  unknown: boolean;
}

async function listWrongBalances(tx: TxCtx): Promise<Difference[]> {
  const { rows } = await sql<Judged>`
    select id, kind, holder, balance_minor as "balanceMinor", held_minor as "heldMinor",
      sum_minor as "sumMinor", unknown
    from (${judged}) j where ${wrong} order by id limit ${MOST_DIFFERENCES}`.execute(tx.db);
  return rows.flatMap(complaints);
}

function complaints(account: Judged): Difference[] {
  const { id, kind, holder, sumMinor } = account;
  if (account.unknown) {
    return [{ check: 'unknown-account', subject: `account ${id}`, found: sumMinor.toString() }];
  }
  const subject = `${kind} ${holder}`.trim();
  const balanceMinor = account.balanceMinor ?? 0n;
  const found = balanceMinor.toString();
  const differences: Difference[] = [];
  if (account.balanceMinor !== null && balanceMinor !== sumMinor) {
    differences.push({ check: 'balance', subject, expected: sumMinor.toString(), found });
  }
  if (balanceMinor < 0n) differences.push({ check: 'negative-balance', subject, found });
  const heldMinor = account.heldMinor ?? 0n;
  if (heldMinor < 0n || (heldMinor > 0n && heldMinor > balanceMinor)) {
    differences.push({ check: 'held-beyond-balance', subject, found: heldMinor.toString() });
  }
  return differences;
}

/** The held sum of an account is the sum of its open holds. */
export const heldSums: LedgerCheck = {
  name: 'held-sum',
  async run(tx) {
    const { rows } = await sql<{ subject: string; expected: string; found: string }>`
      select coalesce(a.kind || ' ' || a.holder, 'account ' || h.account_id) as subject,
        coalesce(h.open_minor, 0)::text as expected, coalesce(a.held_minor, 0)::text as found
      from (select * from ledger.accounts where held_minor <> 0) a
      full join (select account_id, sum(amount_minor)::bigint as open_minor from ledger.holds
        where resolved_at is null group by account_id) h on h.account_id = a.id
      where coalesce(a.held_minor, 0) <> coalesce(h.open_minor, 0)
      limit ${MOST_DIFFERENCES}`.execute(tx.db);
    return rows.map((row) => ({ check: 'held-sum', ...row }));
  },
};

/** A snapshot of a house account is the sum of its transfers up to there. */
export const houseSnapshots: LedgerCheck = {
  name: 'house-snapshot',
  async run(tx) {
    const { rows } = await sql<{ subject: string; expected: string; found: string }>`
      with newest as (
        select distinct on (account_id) account_id, up_to_seq, balance_minor
        from ledger.house_snapshots order by account_id, up_to_seq desc)
      select coalesce(trim(a.kind || ' ' || a.holder), 'account ' || n.account_id) as subject,
        m.sum_minor::text as expected, n.balance_minor::text as found
      from newest n
      left join ledger.accounts a on a.id = n.account_id
      cross join lateral (select
        coalesce((select sum(amount_minor) from ledger.transfers t
          where t.credit_account_id = n.account_id and t.seq <= n.up_to_seq), 0)
        - coalesce((select sum(amount_minor) from ledger.transfers t
          where t.debit_account_id = n.account_id and t.seq <= n.up_to_seq), 0) as sum_minor) m
      where m.sum_minor <> n.balance_minor
      limit ${MOST_DIFFERENCES}`.execute(tx.db);
    return rows.map((row) => ({ check: 'house-snapshot', ...row }));
  },
};
