import type { AccountKind, Difference } from '#ledger';
import type { Ctx } from '#platform/context';

/** One proof of the ledger as it was kept; amounts in USD cents. */
export interface Verification {
  verificationId: string;
  startedAt: Date;
  ok: boolean;
  durationMs: number;
  transfers: bigint;
  accounts: bigint;
  members: bigint;
  escrowHeldMinor: bigint;
  differences: readonly Difference[];
}

interface Row {
  id: string;
  started_at: Date;
  ok: boolean;
  duration_ms: number;
  report: {
    transfers: string;
    accounts: string;
    members: string;
    escrowHeld: string;
    differences: Difference[];
  };
}

/** The newest proofs, at most 24: a day of them. */
export async function listVerifications(ctx: Ctx): Promise<Verification[]> {
  const { rows } = await ctx.pool.query<Row>(
    `select id, started_at, ok, duration_ms, report from ledger.verifications
    order by started_at desc, id desc limit 24`,
  );
  return rows.map(({ report, ...row }) => ({
    verificationId: row.id,
    startedAt: row.started_at,
    ok: row.ok,
    durationMs: row.duration_ms,
    transfers: BigInt(report.transfers),
    accounts: BigInt(report.accounts),
    members: BigInt(report.members),
    escrowHeldMinor: BigInt(report.escrowHeld),
    differences: report.differences,
  }));
}

/** What all accounts of one kind (and holder, for gateways and rails) have together, in USD cents. */
export interface AccountTotal {
  kind: AccountKind;
  /** A gateway or rail; empty for the rest. */
  holder: string;
  accounts: number;
  balanceMinor: bigint;
}

/** Totals by account: members' money by kind, escrow, and each house account. Together they are 0. */
export async function listAccountTotals(ctx: Ctx): Promise<AccountTotal[]> {
  const { rows } = await ctx.pool.query<AccountTotal>(
    `select kind, '' as holder, count(*)::int as accounts, sum(balance_minor)::bigint as "balanceMinor"
    from ledger.accounts where balance_minor is not null group by kind
    union all
    select kind, holder, 1, ledger.house_balance(kind, holder)
    from ledger.accounts where balance_minor is null
    order by 1, 2`,
  );
  return rows;
}
