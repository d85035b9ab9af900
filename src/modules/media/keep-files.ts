import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';

/**
 * Says that something (a service, a message, a delivery) holds these files from now on, in the
 * transaction that writes it; a file that nobody ever kept is swept after seven days.
 */
export async function keepFiles(tx: TxCtx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await sql`update media.files set kept_at = ${tx.clock.now()}
    where id = any(${[...fileIds]}::uuid[]) and kept_at is null`.execute(tx.db);
}
