import type { TransferKind } from './postings.ts';

/**
 * One movement of money to post (SPEC 6.1). The kind says which accounts it connects; `debit` and
 * `credit` are their holders: a member's id, an order's id, a gateway's or rail's name, nothing for
 * the other house accounts.
 */
export interface TransferInput {
  /** UUIDv7 made by the caller. */
  id: string;
  /** Derived from the business act, so that the act can move money once: `order:<id>:commission`. */
  key: string;
  kind: TransferKind;
  debit?: string | undefined;
  credit?: string | undefined;
  /** USD cents, more than zero. */
  amountMinor: bigint;
  orderId?: string | undefined;
  paymentId?: string | undefined;
  payoutId?: string | undefined;
  /** Member's id or `system:<part>`. */
  actor: string;
  memo?: Record<string, unknown>;
}

/** The transfers as ledger.post reads them. */
export function transfersJson(transfers: readonly TransferInput[]): string {
  return JSON.stringify(
    transfers.map((transfer) => ({
      id: transfer.id,
      key: transfer.key,
      kind: transfer.kind,
      debit: transfer.debit,
      credit: transfer.credit,
      amount_minor: transfer.amountMinor.toString(),
      order_id: transfer.orderId,
      payment_id: transfer.paymentId,
      payout_id: transfer.payoutId,
      actor: transfer.actor,
      memo: transfer.memo,
    })),
  );
}

export interface Parts {
  creditMinor: bigint;
  earnedMinor: bigint;
}

/**
 * How an amount would be spent: credit first, then earned (SPEC 4.2); `missingMinor` is what both
 * together lack. For showing before the act: ledger.spend decides it anew with the rows locked.
 */
export function spendSplit(free: Parts, amountMinor: bigint): Parts & { missingMinor: bigint } {
  const creditMinor = least(free.creditMinor, amountMinor);
  const earnedMinor = least(free.earnedMinor, amountMinor - creditMinor);
  return { creditMinor, earnedMinor, missingMinor: amountMinor - creditMinor - earnedMinor };
}

/**
 * How an amount goes back to where it came from (SPEC 6.3): what was spent last comes back first, so
 * earned money before credit. Never more than `kept`, which is what is still in escrow of each.
 */
export function refundSplit(kept: Parts, amountMinor: bigint): Parts {
  if (amountMinor < 0n || amountMinor > kept.creditMinor + kept.earnedMinor) {
    throw new RangeError(`cannot refund ${amountMinor} of ${kept.creditMinor + kept.earnedMinor}`);
  }
  const earnedMinor = least(kept.earnedMinor, amountMinor);
  return { creditMinor: amountMinor - earnedMinor, earnedMinor };
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
