import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { type Difference, type LedgerCheck, MOST_DIFFERENCES } from './difference.ts';

interface KindBit {
  kind: string;
  debitKind: string;
  creditKind: string;
}

const MOST_KINDS = 63n;

/** A bit for each kind of transfer, and for each kind of account the bits it may be debited and credited by. */
async function kindBits(tx: TxCtx) {
  const { rows } = await sql<KindBit>`
    select kind, debit_kind as "debitKind", credit_kind as "creditKind"
    from ledger.posting_kinds order by kind`.execute(tx.db);
  if (BigInt(rows.length) > MOST_KINDS) throw new Error('more kinds of transfer than bits');
  const bits = rows.map((_, index) => 1n << BigInt(index));
  const mask = (accountKind: string, side: 'debitKind' | 'creditKind') =>
    rows.reduce((sum, row, at) => (row[side] === accountKind ? sum | (bits[at] ?? 0n) : sum), 0n);
  const accountKinds = [...new Set(rows.flatMap((row) => [row.debitKind, row.creditKind]))];
  return {
    kinds: rows.map(({ kind }) => kind),
    bits,
    accountKinds,
    debits: accountKinds.map((kind) => mask(kind, 'debitKind')),
    credits: accountKinds.map((kind) => mask(kind, 'creditKind')),
  };
}
type KindBits = Awaited<ReturnType<typeof kindBits>>;

/**
 * Each account as it stands beside what its transfers say. Every transfer is read once and gives two
 * legs; an account gathers their sum, the kinds of its debits and credits (a bit each), and the orders
 * they were about (the least and greatest hash, the same when it is one order). The 64th bit marks a
 * leg that no account may have: unknown kind, no amount, an account against itself. The bits come as
 * arrays because a subquery that numbered the kinds would keep PostgreSQL from working in parallel.
 */
const judged = (of: KindBits) => sql`
  select coalesce(a.id, s.account_id) as id, a.kind, a.holder, a.balance_minor, a.held_minor,
    coalesce(s.sum_minor, 0) as sum_minor, s.transfers, a.id is null as unknown,
    s.account_id is not null and ((s.debits & ~p.debits) = 0 and (s.credits & ~p.credits) = 0
      and (a.kind <> 'order_escrow' or (s.least_order = s.greatest_order
        and s.least_order = uuid_hash_extended(a.holder::uuid, 0)))) is not true as forbidden
  from ledger.accounts a
  left join unnest(${of.accountKinds}::text[], ${of.debits}::bigint[], ${of.credits}::bigint[])
    as p(kind, debits, credits) on p.kind = a.kind
  full join (
    select leg.account_id, sum(leg.minor)::bigint as sum_minor, sum(leg.transfers) as transfers,
      bit_or(leg.debits) as debits, bit_or(leg.credits) as credits,
      min(leg.order_hash) as least_order, max(leg.order_hash) as greatest_order
    from (
      select t.debit_account_id, t.credit_account_id, t.amount_minor,
        coalesce(uuid_hash_extended(t.order_id, 0), 0) as order_hash,
        case when t.amount_minor > 0 and t.debit_account_id <> t.credit_account_id and k.bit is not null
          then k.bit else 1::bigint << 63 end as bit
      from ledger.transfers t
      left join unnest(${of.kinds}::text[], ${of.bits}::bigint[]) as k(kind, bit) on k.kind = t.kind) t
    cross join lateral (values
      (t.debit_account_id, -t.amount_minor, t.bit, 0::bigint, t.order_hash, 1),
      (t.credit_account_id, t.amount_minor, 0::bigint, t.bit, t.order_hash, 0)
    ) as leg(account_id, minor, debits, credits, order_hash, transfers)
    group by leg.account_id) s on s.account_id = a.id`;

const wrong = sql`(unknown or balance_minor <> sum_minor or balance_minor < 0
  or held_minor < 0 or held_minor > greatest(balance_minor, 0))`;

export interface Totals {
  transfers: bigint;
  accounts: bigint;
  members: bigint;
  escrowHeld: bigint;
}

/**
 * Counts the ledger and compares every balance with its transfers, in one pass over them (SPEC 6.9).
 * `forbidden` says that some account has a transfer the chart of accounts does not allow.
 */
export async function checkBalances(
  tx: TxCtx,
): Promise<{ totals: Totals; forbidden: boolean; differences: Difference[] }> {
  const bits = await kindBits(tx);
  const { rows } = await sql<Totals & { total: bigint; differing: bigint; forbidden: boolean }>`
    select coalesce(sum(transfers), 0)::bigint as transfers,
      count(*) filter (where not unknown) as accounts,
      coalesce(sum(balance_minor) filter (where kind = 'order_escrow'), 0)::bigint as "escrowHeld",
      coalesce(sum(coalesce(balance_minor, sum_minor)), 0)::bigint as total,
      count(*) filter (where ${wrong}) as differing,
      coalesce(bool_or(forbidden), false) as forbidden,
      (select count(*) from (select distinct holder from ledger.accounts where kind in
        ('member_credit', 'member_pending', 'member_earned', 'member_withdrawing')) m) as members
    from (${judged(bits)}) j`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate answers one row');
  const { total, differing, forbidden, ...totals } = row;
  const differences = differing > 0n ? await listWrongBalances(tx, bits) : [];
  if (total !== 0n) {
    differences.push({
      check: 'sum-of-all',
      subject: 'all accounts',
      expected: '0',
      found: total.toString(),
    });
  }
  return { totals, forbidden, differences };
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

async function listWrongBalances(tx: TxCtx, bits: KindBits): Promise<Difference[]> {
  const { rows } = await sql<Judged>`
    select id, kind, holder, balance_minor as "balanceMinor", held_minor as "heldMinor",
      sum_minor as "sumMinor", unknown
    from (${judged(bits)}) j where ${wrong} order by id limit ${MOST_DIFFERENCES}`.execute(tx.db);
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
