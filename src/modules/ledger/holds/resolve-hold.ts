import { actorName, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { asLedgerRefusal } from '../ledger-errors.ts';

/**
 * Ends an open hold: `released` gives the money back its freedom, `taken` means that the caller posts
 * it away in this same transaction, after this call. False when it was ended so before. Refuses
 * HoldNotAllowed when there is no such hold or it ended otherwise (SPEC 6.4).
 */
export async function resolveHold(
  tx: TxCtx,
  input: { holdId: string; outcome: 'released' | 'taken' },
): Promise<{ resolved: boolean }> {
  try {
    const { rows } = await sql<{ resolved: boolean }>`
      select ledger.resolve_hold(${input.holdId}, ${input.outcome}, ${actorName(tx)},
        ${tx.clock.now()}) as resolved`.execute(tx.db);
    return { resolved: rows[0]?.resolved ?? false };
  } catch (error) {
    throw asLedgerRefusal(error);
  }
}
