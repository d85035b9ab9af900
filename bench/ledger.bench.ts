import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { postAtOnce, verifyLedger } from '#ledger';
import type { Ctx } from '#platform/context';
import { migrate, openDatabase } from '#platform/db';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { uuidv7 } from '#platform/ids';
import { systemClock } from '#platform/time';
import { randomBytes } from 'node:crypto';
import {
  alternate,
  type Bench,
  type BenchResult,
  compared,
  type Measured,
  rounded,
} from './measure/bench.ts';
import { prepareTpcb, tpcb } from './load/load.ts';
import { loadLedger, MEMBERS, numberedId } from './load/ledger-load.ts';

/**
 * Plain transfers through the ledger's door over a million accounts against pgbench TPC-B on the same
 * server, rounds alternating, the median ratio; then the proof of ten million transfers.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const dataDir = resolve('var/bench-ledger');
  await mkdir(dataDir, { recursive: true });
  const { say } = bench;
  const database = await startEmbeddedDatabase({ dataDir, log: { info: say, warn: say } });
  const handle = openDatabase(database.url, { max: bench.concurrency, name: 'bench' });
  try {
    await migrate(database.ownerUrl, resolve('db/migrations'));
    say('loading ten million transfers');
    await loadLedger(database.ownerUrl);
    const ctx: Ctx = contextOver(handle);
    return [await transfers(bench, ctx, database.ownerUrl), await proof(ctx)];
  } finally {
    await handle.close();
    await database.stop();
  }
}

function contextOver(handle: ReturnType<typeof openDatabase>): Ctx {
  const ignore = () => undefined;
  return {
    ...handle,
    clock: systemClock,
    actor: { kind: 'system', name: 'bench' },
    reader: DEFAULT_READER,
    log: { info: ignore, warn: ignore, error: ignore },
    random: randomBytes,
    site: { publicUrl: '', secret: '', dataDir: '', demo: false },
  };
}

async function transfers(bench: Bench, ctx: Ctx, ownerUrl: string): Promise<BenchResult> {
  await prepareTpcb(ownerUrl);
  const median = await alternate(bench, {
    limit: () => tpcb(bench, ownerUrl),
    ours: () => post(bench, ctx),
  });
  const what = { name: 'ledger', unit: 'transfers/s', atLeast: 1.5, limitName: 'pgbench TPC-B' };
  return compared(
    { ...what, world: '1,000,000 member accounts', concurrency: bench.concurrency },
    median,
  );
}

/** As many moves of earned money to a payout as fit into a round. */
async function post(bench: Bench, ctx: Ctx): Promise<Measured> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + bench.seconds * 1_000;
  const worker = async () => {
    while (performance.now() < until) {
      const holder = numberedId('a', Math.floor(Math.random() * MEMBERS));
      const id = uuidv7(ctx.clock.now());
      const before = performance.now();
      await postAtOnce(ctx, [
        {
          id,
          key: `payout:${id}`,
          kind: 'payout_request',
          debit: holder,
          credit: holder,
          amountMinor: 1n,
          actor: holder,
          payoutId: id,
        },
      ]);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: bench.concurrency }, worker));
  const perSecond = (times.length * 1_000) / (performance.now() - started);
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond, p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function proof(ctx: Ctx): Promise<BenchResult> {
  const started = performance.now();
  const report = await verifyLedger(ctx);
  const seconds = (performance.now() - started) / 1_000;
  if (!report.ok)
    throw new Error(`the ledger differs: ${JSON.stringify(report.differences.slice(0, 5))}`);
  return {
    name: 'ledger-verify',
    value: rounded(seconds),
    unit: `s for ${report.transfers} transfers`,
    atMost: 60,
    held: seconds < 60,
    world: `${report.accounts} accounts`,
    concurrency: 1,
  };
}
