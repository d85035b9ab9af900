import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench, Measured } from '../measure/bench.ts';
import type { LoadPlan, LoadReport, LoadRequest } from './load-client.ts';

const execute = promisify(execFile);

/** Loads a server on this machine from a process of its own; an answer of another status than `expect` stops the run. */
export async function load(
  bench: Bench,
  target: { port: number; requests: LoadRequest[]; expect: string },
): Promise<Measured> {
  const directory = await mkdtemp(join(tmpdir(), 'hirfa-load-'));
  const planPath = join(directory, 'plan.json');
  const plan: LoadPlan = {
    port: target.port,
    connections: bench.concurrency,
    seconds: bench.seconds,
    tag: randomBytes(6).toString('hex'),
    requests: target.requests,
  };
  try {
    await writeFile(planPath, JSON.stringify(plan));
    const client = join(import.meta.dirname, 'load-client.ts');
    const { stdout } = await execute(process.execPath, [client, planPath], { maxBuffer: 2 ** 24 });
    const report = JSON.parse(stdout) as LoadReport;
    const wrong = Object.keys(report.statuses).filter((status) => status !== target.expect);
    if (wrong.length > 0) {
      throw new Error(
        `answers ${JSON.stringify(report.statuses)}:\n${wrong.map((one) => report.samples[one]).join('\n')}`,
      );
    }
    return report;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** pgbench's TPC-B on the same database server: scale 50, default protocol, as many clients as we use. */
export async function tpcb(bench: Bench, ownerUrl: string): Promise<Measured> {
  const output = await pgbench(ownerUrl, [
    '-n',
    '-r',
    '-c',
    String(bench.concurrency),
    '-j',
    '2',
    '-T',
    String(bench.seconds),
  ]);
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(output)?.[1]);
  if (!(perSecond > 0)) throw new Error(`pgbench said no figure:\n${output}`);
  const meanMs = Number(/latency average = ([\d.]+)/.exec(output)?.[1]);
  return { perSecond, p50Ms: meanMs, p99Ms: meanMs };
}

/** Fills pgbench's own tables beside the site's, once. */
export async function prepareTpcb(ownerUrl: string): Promise<void> {
  const ready = await pgbench(ownerUrl, ['-n', '-S', '-t', '1', '-s', '50']).catch(() => '');
  if (!ready.includes('scaling factor: 50')) await pgbench(ownerUrl, ['-i', '-q', '-s', '50']);
}

function pgbench(url: string, flags: string[]): Promise<string> {
  const { username, password, hostname, port, pathname, searchParams } = new URL(url);
  const env = {
    ...process.env,
    PGPASSWORD: password,
    PGUSER: username,
    // The same way in as the site's own.
    PGHOST: searchParams.get('host') ?? hostname,
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
