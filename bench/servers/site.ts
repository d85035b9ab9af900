import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import pg from 'pg';
import type { Bench } from '../measure/bench.ts';
import { memoryOf } from './memory-of.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The first start fills the market; on a busy machine that takes its time. */
const START_TIMEOUT_MS = 1_800_000;

/** The market that is open: the demo's, or one of the large worlds of `npm run world`. */
export type BenchWorld = 'souq' | 'city' | 'metropolis' | 'none';

export interface Site {
  world: BenchWorld;
  port: number;
  url: string;
  /** Addresses of the database under it: the program's role, the owner's. */
  databaseUrl: string;
  ownerUrl: string;
  /** What the server's process holds in memory after a collection, in bytes; its debugger says it. */
  memory(): Promise<number>;
  /** Another process of the same site that only works off what time and facts wake. */
  startWorker(): Promise<ChildProcess>;
  /** `npm run ledger:verify` over it; fails when a cent is elsewhere. */
  verifyLedger(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The real server, production build, over a world kept in var/bench (the city unless said otherwise;
 * made on the first use); its database is shared with this process, which joins it first. `none`: over
 * an empty market in a place of its own that is gone afterwards.
 */
export async function startSite(
  bench: Bench,
  options: { role?: 'web' | 'all'; world?: BenchWorld } = {},
): Promise<Site> {
  const { world = 'city', role = 'all' } = options;
  const empty = world === 'none';
  const dataDir = empty ? await mkdtemp(join(tmpdir(), 'hirfa-bench-')) : await keptDirectory();
  // The database runs as an account of its own, which must be able to enter.
  if (empty) await chmod(dataDir, 0o711);
  if (world !== 'souq' && world !== 'none') await makeWorld(dataDir, world);
  const database = await startEmbeddedDatabase({
    dataDir,
    database: world === 'souq' || world === 'none' ? 'hirfa' : `hirfa_${world}`,
    log: { info: bench.say, warn: bench.say },
  });
  let running: { port: number; url: string; child: ChildProcess } | undefined;
  const stop = async () => {
    if (running) await endProcess(running.child);
    await database.stop();
    if (empty) await rm(dataDir, { recursive: true });
  };
  try {
    if (world === 'souq' && !(await isFilled(database.ownerUrl))) {
      bench.say('  filling the market');
      const first = await startServer(dataDir, { role: 'all', world });
      await endProcess(first.child);
    }
    running = await startServer(dataDir, { role, world });
    const { port, url, child } = running;
    const { url: databaseUrl, ownerUrl } = database;
    const place = { dataDir, url, world };
    const startWorker = () => startWorkerOf(place);
    const verifyLedger = () => verifyLedgerOf(place);
    const memory = memoryOf(child);
    return { world, port, url, databaseUrl, ownerUrl, memory, startWorker, verifyLedger, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the worlds are kept between runs. */
export async function keptDirectory(): Promise<string> {
  const kept = process.env.BENCH_DATA_DIR ?? join(ROOT, 'var/bench');
  await mkdir(kept, { recursive: true });
  return kept;
}

/** Makes a large world; nothing is done where it stands, else its progress goes where ours goes. */
export async function makeWorld(dataDir: string, world: BenchWorld): Promise<void> {
  const child = spawn(process.execPath, ['dist/src/main/world.js', world], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`the world ${world} could not be made`);
}

async function startServer(
  dataDir: string,
  { role, world }: { role: 'web' | 'all'; world: BenchWorld },
) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const path = 'dist/src/main/start.js';
  const child = spawn(process.execPath, [await inspectPort(), path], {
    cwd: ROOT,
    env: environmentOf({ dataDir, url, world }, role),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilReady(url, child);
  } catch (error) {
    await endProcess(child);
    throw error;
  }
  return { port, url, child };
}

/** Where its debugger would listen, which is opened only when it is asked for. */
async function inspectPort(): Promise<string> {
  return `--inspect-port=${await freePort()}`;
}

interface Place {
  dataDir: string;
  url: string;
  world: BenchWorld;
}

function environmentOf({ dataDir, url, world }: Place, role: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    ROLE: role,
    WORLD: world,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
  };
}

/** It says one line when it runs. */
async function startWorkerOf(place: Place): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/src/main/start.js'], {
    cwd: ROOT,
    env: environmentOf(place, 'worker'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((done, fail) => {
    child.stdout.once('data', () => done());
    child.once('exit', (code) => fail(new Error(`the worker ended with ${code}`)));
  });
  return child;
}

async function verifyLedgerOf(place: Place): Promise<void> {
  const child = spawn(process.execPath, ['dist/src/main/cli.js', 'ledger:verify'], {
    cwd: ROOT,
    env: environmentOf(place, 'web'),
    // Figures alone go to standard output.
    stdio: ['ignore', 2, 'inherit'],
  });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error('the ledger is not true');
}

async function isFilled(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ filled: boolean }>('select filled from platform.world');
    return rows[0]?.filled ?? false;
  } catch {
    return false; // Not even migrated.
  } finally {
    await client.end();
  }
}

/** A bare Fastify that answers every GET with so many bytes of HTML: the limit of what a page can reach. */
export async function startBareServer(
  byteSize: number,
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const path = join(import.meta.dirname, 'bare-server.ts');
  const child = spawn(process.execPath, [path, String(port), String(byteSize)], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await untilReady(`http://localhost:${port}`, child);
  return { port, stop: () => endProcess(child) };
}

/** Asks for /ready until the server answers 200; fails when its process ends first. */
export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode} before it was ready`);
    const answer = await fetch(`${url}/ready`).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the server was not ready in time');
}

/** Asks a process to end and waits for it. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
