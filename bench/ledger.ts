import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { postAtOnce, verifyLedger } from '#ledger';
import type { Ctx } from '#platform/context';
import { migrate, openDatabase } from '#platform/db';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { uuidv7 } from '#platform/ids';
import { systemClock } from '#platform/time';
import { randomBytes } from 'node:crypto';
import { loadLedger, MEMBERS, numberedId } from './ledger-load.ts';

const CONCURRENCY = 16;
const ROUNDS = 5;
const SECONDS = 10;
const SCALE = 50;

/** One line of BENCH.md. */
interface Figure {
  name: string;
  value: number;
  unit: string;
  p50Ms: number;
  p99Ms: number;
  ratioTo: string;
  ratio: number;
  world: string;
  concurrency: number;
}

/**
 * Plain transfers through the ledger's door over a million accounts against pgbench TPC-B on the same
 * server, rounds alternating, the median ratio; then the proof of ten million transfers.
 */
export async function run(): Promise<Figure[]> {
  const dataDir = resolve('var/bench-ledger');
  await mkdir(dataDir, { recursive: true });
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const database = await startEmbeddedDatabase({ dataDir, log: { info: say, warn: say } });
  const handle = openDatabase(database.url, { max: CONCURRENCY, name: 'bench' });
  try {
    await migrate(database.ownerUrl, resolve('db/migrations'));
    say('loading ten million transfers');
    await loadLedger(database.ownerUrl);
    const ctx: Ctx = contextOver(handle);
    const figures = [await transfers(ctx, database.ownerUrl), await proof(ctx)];
    for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
    return figures;
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

async function transfers(ctx: Ctx, ownerUrl: string): Promise<Figure> {
  await pgbench(ownerUrl, ['-i', '-q', '-s', String(SCALE)]);
  const ratios: { ours: number; theirs: number; ratio: number; times: number[] }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = await tpcb(ownerUrl);
    const { perSecond: ours, times } = await post(ctx);
    ratios.push({ ours, theirs, ratio: ours / theirs, times });
  }
  ratios.sort((one, other) => one.ratio - other.ratio);
  const median = ratios[Math.floor(ROUNDS / 2)];
  if (!median) throw new Error('there is a median of five');
  return {
    name: 'ledger',
    value: Math.round(median.ours),
    unit: 'transfers/s',
    p50Ms: percentile(median.times, 0.5),
    p99Ms: percentile(median.times, 0.99),
    ratioTo: `pgbench TPC-B ${Math.round(median.theirs)}/s`,
    ratio: Math.round(median.ratio * 100) / 100,
    world: '1,000,000 member accounts',
    concurrency: CONCURRENCY,
  };
}

/** As many moves of earned money to a payout as fit into ten seconds. */
async function post(ctx: Ctx): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + SECONDS * 1_000;
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
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return { perSecond: (times.length * 1_000) / (performance.now() - started), times };
}

async function tpcb(ownerUrl: string): Promise<number> {
  const flags = ['-n', '-c', String(CONCURRENCY), '-j', '2', '-T', String(SECONDS)];
  const output = await pgbench(ownerUrl, flags);
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
  if (!(perSecond > 0)) throw new Error(`pgbench said no figure:\n${output}`);
  return perSecond;
}

function pgbench(url: string, flags: string[]): Promise<string> {
  const { username, password, hostname, port, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGPASSWORD: password,
    PGUSER: username,
    PGHOST: hostname,
    PGPORT: port,
  };
  const child = spawn('pgbench', [...flags, pathname.slice(1)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  return new Promise((done, fail) => {
    child.on('error', () =>
      fail(new Error('pgbench is not on PATH: install Debian’s postgresql package')),
    );
    child.on('close', (code) => (code === 0 ? done(output) : fail(new Error(output))));
  });
}

async function proof(ctx: Ctx): Promise<Figure> {
  const started = performance.now();
  const report = await verifyLedger(ctx);
  const seconds = (performance.now() - started) / 1_000;
  if (!report.ok)
    throw new Error(`the ledger differs: ${JSON.stringify(report.differences.slice(0, 5))}`);
  const value = Math.round(seconds * 10) / 10;
  return {
    name: 'ledger-verify',
    value,
    unit: `s for ${report.transfers} transfers`,
    p50Ms: value * 1_000,
    p99Ms: value * 1_000,
    ratioTo: '60 s',
    ratio: Math.round((seconds / 60) * 100) / 100,
    world: `${report.accounts} accounts`,
    concurrency: 1,
  };
}

function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}
