import { defineJob, type Job } from '#platform/jobs';
import type { LedgerCheck } from '../proof/difference.ts';
import { expireHolds } from '../holds/expire-holds.ts';
import { takeHouseSnapshots } from '../take-house-snapshots.ts';
import { verifyLedgerHourly } from '../proof/verify-ledger.ts';

/** The hourly proof, with the checks of the modules above (SPEC 6.9). */
export function verifyLedgerJob(checks: readonly LedgerCheck[]): Job {
  return defineJob({
    name: 'ledger.verify',
    schedule: '7 * * * *',
    async run(ctx) {
      await verifyLedgerHourly(ctx, checks);
    },
  });
}

export const expireHoldsJob = defineJob({
  name: 'ledger.expire-holds',
  schedule: '*/10 * * * *',
  async run(ctx) {
    await expireHolds(ctx);
  },
});

export const takeHouseSnapshotsJob = defineJob({
  name: 'ledger.take-house-snapshots',
  schedule: '37 3 * * *',
  async run(ctx) {
    await takeHouseSnapshots(ctx);
  },
});
