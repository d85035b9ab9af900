import type { Ctx } from '#platform/context';
import { reportLine, verifyLedger } from '../../modules/ledger/module.ts';
import { ledgerChecks } from '../ledger-checks.ts';

/** Proves the whole ledger and prints one JSON line; 1 when anything differs. */
export async function ledgerVerify(ctx: Ctx): Promise<number> {
  const report = await verifyLedger(ctx, ledgerChecks);
  process.stdout.write(`${reportLine(report)}\n`);
  return report.ok ? 0 : 1;
}
