import { actorName, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { asLedgerRefusal } from '../ledger-errors.ts';

export interface HoldInput {
  /** UUIDv7 made by the caller: the same hold again changes nothing. */
  holdId: string;
  memberId: string;
  over: 'pending' | 'earned';
  /** USD cents, more than zero, and no more than the account has free. */
  amountMinor: bigint;
  /** Shown to the member, 1 to 500 characters. */
  reason: string;
  orderId?: string;
  /** At most 30 days from now. */
  endsAt: Date;
}

/**
 * Withholds part of a member's earnings: the money stays in its account and cannot leave it. Refuses
 * InsufficientBalance, KeyReused, HoldNotAllowed. Who may hold is the caller's policy (SPEC 6.4).
 */
export async function hold(tx: TxCtx, input: HoldInput): Promise<{ placed: boolean }> {
  const row = {
    id: input.holdId,
    member_id: input.memberId,
    account_kind: `member_${input.over}`,
    amount_minor: input.amountMinor.toString(),
    reason: input.reason,
    order_id: input.orderId,
    placed_by: actorName(tx),
    ends_at: input.endsAt.toISOString(),
  };
  try {
    const { rows } = await sql<{ placed: boolean }>`
      select ledger.hold(${JSON.stringify(row)}::jsonb, ${tx.clock.now()}) as placed`.execute(
      tx.db,
    );
    return { placed: rows[0]?.placed ?? false };
  } catch (error) {
    throw asLedgerRefusal(error);
  }
}
