import type { Ctx } from '#platform/context';
import { gathered } from '#platform/crowd';
import { sql } from 'kysely';
import type { HouseAccountKind, MemberAccountKind } from './account.ts';
import type { Parts } from './transfer.ts';

/** What a member has, in USD cents. What staff withhold is inside pending and earned, and named. */
export interface Balances {
  creditMinor: bigint;
  pendingMinor: bigint;
  earnedMinor: bigint;
  withdrawingMinor: bigint;
  /** Parts of pending and of earned that cannot move while a hold stands (SPEC 6.4). */
  pendingHeldMinor: bigint;
  earnedHeldMinor: bigint;
}

/** The balances of one member; all zero for one who never had money. */
export async function balancesOf(ctx: Ctx, memberId: string): Promise<Balances> {
  const { rows } = await sql<{ kind: MemberAccountKind; balanceMinor: bigint; heldMinor: bigint }>`
    select kind, balance_minor as "balanceMinor", held_minor as "heldMinor" from ledger.accounts
    where holder = ${memberId}
      and kind in ('member_credit', 'member_pending', 'member_earned', 'member_withdrawing')`.execute(
    ctx.db,
  );
  const of = (kind: MemberAccountKind) => rows.find((row) => row.kind === kind);
  return {
    creditMinor: of('member_credit')?.balanceMinor ?? 0n,
    pendingMinor: of('member_pending')?.balanceMinor ?? 0n,
    earnedMinor: of('member_earned')?.balanceMinor ?? 0n,
    withdrawingMinor: of('member_withdrawing')?.balanceMinor ?? 0n,
    pendingHeldMinor: of('member_pending')?.heldMinor ?? 0n,
    earnedHeldMinor: of('member_earned')?.heldMinor ?? 0n,
  };
}

/** What is free to spend, by where it would come from; USD cents. */
export function spendable(balances: Balances): Parts & { totalMinor: bigint } {
  const earnedMinor = balances.earnedMinor - balances.earnedHeldMinor;
  return {
    creditMinor: balances.creditMinor,
    earnedMinor,
    totalMinor: balances.creditMinor + earnedMinor,
  };
}

/** What is in escrow for an order, in USD cents. */
export async function escrowOf(ctx: Ctx, orderId: string): Promise<bigint> {
  const { rows } = await sql<{ balanceMinor: bigint }>`
    select balance_minor as "balanceMinor" from ledger.accounts
    where kind = 'order_escrow' and holder = ${orderId}`.execute(ctx.db);
  return rows[0]?.balanceMinor ?? 0n;
}

export interface ReserveShares {
  /** What was reserved for the order, by where it came from. */
  reserved: Parts;
  /** What of it was not refunded yet. */
  kept: Parts;
}

/** Where the money of an order came from, so that a refund can go back there (SPEC 6.3); USD cents. */
export const reserveShares = gathered(async (ctx: Ctx, orderIds: readonly string[]) => {
  const { rows } = await sql<SumRow>`
    select order_id as "orderId", kind, sum(amount_minor)::bigint as "sumMinor" from ledger.transfers
    where order_id = any(${[...orderIds]}::uuid[]) and kind in
      ('reserve_from_credit', 'reserve_from_earned', 'refund_to_credit', 'refund_to_earned')
    group by order_id, kind`.execute(ctx.db);
  return orderIds.map((orderId) => sharesOf(rows.filter((row) => row.orderId === orderId)));
});

interface SumRow {
  orderId: string;
  kind: string;
  sumMinor: bigint;
}

function sharesOf(rows: readonly SumRow[]): ReserveShares {
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.sumMinor ?? 0n;
  const reserved = {
    creditMinor: of('reserve_from_credit'),
    earnedMinor: of('reserve_from_earned'),
  };
  return {
    reserved,
    kept: {
      creditMinor: reserved.creditMinor - of('refund_to_credit'),
      earnedMinor: reserved.earnedMinor - of('refund_to_earned'),
    },
  };
}

/** The balance of a house account (credits minus debits, USD cents); `holder` is a gateway or rail. */
export async function houseBalanceOf(
  ctx: Ctx,
  account: { kind: HouseAccountKind; holder?: string },
): Promise<bigint> {
  const { rows } = await sql<{ balanceMinor: bigint | null }>`
    select ledger.house_balance(${account.kind}, ${account.holder ?? ''}) as "balanceMinor"`.execute(
    ctx.db,
  );
  return rows[0]?.balanceMinor ?? 0n;
}
