import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** What a member has earned and may move, in USD cents, locked until the transaction ends. */
export async function lockEarned(tx: TxCtx, memberId: string): Promise<bigint> {
  const { rows } = await sql<{ freeMinor: bigint }>`
    select ledger.lock_earned(${memberId}) as "freeMinor"`.execute(tx.db);
  return rows[0]?.freeMinor ?? 0n;
}
