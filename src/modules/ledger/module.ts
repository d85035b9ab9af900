import type { Module } from '#platform/module';
import { expireHoldsJob, takeHouseSnapshotsJob } from './jobs/ledger.job.ts';
import { ledgerWords } from './locales/index.ts';

export type { LedgerCheck } from './proof/difference.ts';
export { verifyLedgerJob } from './jobs/ledger.job.ts';
export { type LedgerReport, reportLine, verifyLedger } from './proof/verify-ledger.ts';

export const ledgerModule = {
  name: 'ledger',
  jobs: [expireHoldsJob, takeHouseSnapshotsJob],
  refusalWords: (locale) => ledgerWords(locale).refusals,
} satisfies Module;
