import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { asLedgerRefusal } from '../ledger-errors.ts';

/**
 * Prolongs an open hold once, with a new reason, by at most 30 days and never beyond 90 in all.
 * Refuses HoldNotAllowed (SPEC 6.4).
 */
export async function renewHold(
  tx: TxCtx,
  input: { holdId: string; reason: string; endsAt: Date },
): Promise<void> {
  try {
    await sql`select ledger.renew_hold(${input.holdId}, ${input.reason}, ${input.endsAt},
      ${tx.clock.now()})`.execute(tx.db);
  } catch (error) {
    throw asLedgerRefusal(error);
  }
}
