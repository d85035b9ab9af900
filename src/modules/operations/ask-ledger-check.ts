import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { type Ctx, inTransaction } from '#platform/context';
import { wakeJob } from '#platform/jobs';

/** Has the whole ledger proved now, beside the hourly proof; finance and admin, audited. Refuses NotFound. */
export async function askLedgerCheck(ctx: Ctx): Promise<void> {
  requireRole(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    await recordAct(tx, {
      verb: 'operations.ask-ledger-check',
      subjectKind: 'ledger',
      subjectId: 'whole',
    });
    await wakeJob(tx, 'ledger.verify');
  });
}
