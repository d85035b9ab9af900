import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { AccountKind, MemberAccountKind } from './account.ts';
import type { TransferKind } from './postings.ts';

/** One line of a member's statement. Amounts are USD cents. */
export interface StatementLine {
  transferId: string;
  at: Date;
  kind: TransferKind;
  /** The member's own account that paid, and the one that received; both in a move between them. */
  from: MemberAccountKind | null;
  to: MemberAccountKind | null;
  /** What moved, always more than zero. */
  amountMinor: bigint;
  /** What it changed in the member's total: plus, minus, or zero for a move between own accounts. */
  changeMinor: bigint;
  /** The member's total (credit, pending, earned and withdrawing together) after this line. */
  totalMinor: bigint;
  orderId: string | null;
  paymentId: string | null;
  payoutId: string | null;
}

export interface Statement {
  /** Newest first. */
  lines: StatementLine[];
  /** Pass it as `before` to read on; undefined at the end. */
  next: string | undefined;
}

const MOST = 500;
const NEWEST = 9_223_372_036_854_775_807n;

/**
 * A member's movements with a running total, newest first, at most 500 at a time. Each account's
 * lines come from its index; what is newer than the page is summed from the same index.
 */
export async function transfersOf(
  ctx: Ctx,
  memberId: string,
  page: { before?: string; limit: number },
): Promise<Statement> {
  const before = page.before === undefined ? NEWEST : BigInt(page.before);
  const limit = Math.min(Math.max(page.limit, 1), MOST);
  const { rows } = await sql<StatementLine & { seq: bigint }>`
    with mine as materialized (
      select id, kind, balance_minor from ledger.accounts where holder = ${memberId}
        and kind in ('member_credit', 'member_pending', 'member_earned', 'member_withdrawing')),
    newer as (
      select coalesce(sum(n.change), 0) as change from mine, lateral (
        select sum(t.amount_minor) as change from ledger.transfers t
        where t.credit_account_id = mine.id and t.seq >= ${before}
        union all
        select -sum(t.amount_minor) from ledger.transfers t
        where t.debit_account_id = mine.id and t.seq >= ${before}) n),
    lines as (
      select l.seq, max(l.own) filter (where l.paid) as "from",
        max(l.own) filter (where not l.paid) as "to",
        sum(case when l.paid then -l.amount_minor else l.amount_minor end)::bigint as change, l.id,
        l.at, l.kind, l.amount_minor, l.order_id, l.payment_id, l.payout_id
      from mine, lateral (
        (select mine.kind as own, true as paid, t.* from ledger.transfers t
          where t.debit_account_id = mine.id and t.seq < ${before} order by t.seq desc limit ${limit + 1})
        union all
        (select mine.kind, false, t.* from ledger.transfers t
          where t.credit_account_id = mine.id and t.seq < ${before} order by t.seq desc limit ${limit + 1})) l
      group by l.seq, l.id, l.at, l.kind, l.amount_minor, l.order_id, l.payment_id, l.payout_id
      order by l.seq desc limit ${limit + 1})
    select seq, id as "transferId", at, kind, "from", "to", amount_minor as "amountMinor",
      change as "changeMinor", order_id as "orderId", payment_id as "paymentId",
      payout_id as "payoutId",
      ((select sum(balance_minor) from mine) - (select change from newer)
        - coalesce(sum(change) over (order by seq desc rows between unbounded preceding and 1 preceding), 0)
      )::bigint as "totalMinor"
    from lines order by seq desc`.execute(ctx.db);
  const lines = rows.slice(0, limit);
  const next = rows.length > limit ? lines.at(-1)?.seq.toString() : undefined;
  return { lines: lines.map(({ seq: _seq, ...line }) => line), next };
}

/** One transfer about an order, seen from the house. */
export interface OrderTransfer {
  transferId: string;
  at: Date;
  kind: TransferKind;
  debitKind: AccountKind;
  debitHolder: string;
  creditKind: AccountKind;
  creditHolder: string;
  amountMinor: bigint;
  actor: string;
}

/** Everything the ledger wrote about an order, oldest first, at most 500 lines. */
export async function transfersOfOrder(ctx: Ctx, orderId: string): Promise<OrderTransfer[]> {
  const { rows } = await sql<OrderTransfer>`
    select t.id as "transferId", t.at, t.kind, d.kind as "debitKind", d.holder as "debitHolder",
      c.kind as "creditKind", c.holder as "creditHolder", t.amount_minor as "amountMinor", t.actor
    from ledger.transfers t
    join ledger.accounts d on d.id = t.debit_account_id
    join ledger.accounts c on c.id = t.credit_account_id
    where t.order_id = ${orderId} order by t.seq limit ${MOST}`.execute(ctx.db);
  return rows;
}
