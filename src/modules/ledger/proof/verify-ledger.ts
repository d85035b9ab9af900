import { type Ctx, newId, type TxCtx } from '#platform/context';
import type { Database } from '#platform/db';
import { type Transaction, sql } from 'kysely';
import { checkBalances, heldSums, houseSnapshots, type Totals } from './balance-check.ts';
import type { Difference, LedgerCheck } from './difference.ts';
import { guards, listForbiddenTransfers, ownTransfers, uniqueKeys } from './transfer-check.ts';

/** The proof of the ledger; `escrowHeld` is in USD cents. Bigints are printed as decimal text. */
export interface LedgerReport extends Totals {
  ok: boolean;
  differences: Difference[];
}

const ownChecks = [heldSums, houseSnapshots, ownTransfers, uniqueKeys, guards];

/**
 * Derives every balance from the transfers anew and compares: balances, their sum, holds, snapshots,
 * the chart of accounts, keys, guards, and the checks other modules add. Everything is read in one
 * snapshot beside a running site; memory stays flat, PostgreSQL spills what is large (SPEC 6.9).
 */
export async function verifyLedger(
  ctx: Ctx,
  checks: readonly LedgerCheck[] = [],
): Promise<LedgerReport> {
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const tx: TxCtx = {
        ...ctx,
        db: db as Transaction<Database>,
        inTransaction: true,
        words: [],
        wakes: new Set(),
      };
      await sql`select set_config('statement_timeout', '15min', true),
        set_config('work_mem', '64MB', true)`.execute(db);
      const { totals, forbidden, differences } = await checkBalances(tx);
      if (forbidden) differences.push(...(await listForbiddenTransfers(tx)));
      for (const check of [...ownChecks, ...checks]) differences.push(...(await check.run(tx)));
      return { ok: differences.length === 0, ...totals, differences };
    });
}

/** A report as one JSON line. */
export function reportLine(report: LedgerReport): string {
  return JSON.stringify(report, (_key, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

/**
 * Verifies, keeps the result as a row and cries out on a difference. The newest row decides whether
 * payouts may go out (SPEC 6.9).
 */
export async function verifyLedgerHourly(
  ctx: Ctx,
  checks: readonly LedgerCheck[] = [],
): Promise<LedgerReport> {
  const startedAt = ctx.clock.now();
  const started = performance.now();
  const report = await verifyLedger(ctx, checks);
  const durationMs = Math.round(performance.now() - started);
  await sql`insert into ledger.verifications (id, started_at, ok, duration_ms, report)
    values (${newId(ctx)}, ${startedAt}, ${report.ok}, ${durationMs}, ${reportLine(report)}::jsonb)`.execute(
    ctx.db,
  );
  if (report.ok)
    ctx.log.info({ transfers: Number(report.transfers), durationMs }, 'ledger verified');
  else ctx.log.error({ report: reportLine(report) }, 'the ledger differs: payouts must stop');
  return report;
}

/** The newest proof: whether it was fine and when it began; undefined before the first. */
export async function lastVerification(
  ctx: Ctx,
): Promise<{ ok: boolean; startedAt: Date } | undefined> {
  const { rows } = await sql<{ ok: boolean; startedAt: Date }>`
    select ok, started_at as "startedAt" from ledger.verifications
    order by started_at desc, id desc limit 1`.execute(ctx.db);
  return rows[0];
}
