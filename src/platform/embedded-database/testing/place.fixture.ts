import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostmaster } from '../postmaster.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../start-embedded-database.ts';

/** A temporary place for data directories; `end` leaves no process and no file of it. */
export type Place = Awaited<ReturnType<typeof aPlace>>;

/** Makes a place. `home` is its directory, `dataDir` the one that `start` uses unless told. */
export async function aPlace() {
  const home = await mkdtemp(join(tmpdir(), 'hirfa-embedded-'));
  await chmod(home, 0o711);
  const dataDir = join(home, 'data');
  const cluster = join(dataDir, 'postgres');
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (message: string) => warnings.push(message) };
  const running: EmbeddedDatabase[] = [];
  const children: ChildProcess[] = [];
  return {
    home,
    dataDir,
    cluster,
    warnings,
    /** The PostgreSQL that runs here, if one does. */
    postmaster: () => findPostmaster(cluster),
    /** Copies a data directory that was made before: quicker than a first start. */
    copy: (from: string) => {
      execFileSync('cp', ['-a', from, dataDir]);
    },
    async start(dir = dataDir): Promise<EmbeddedDatabase> {
      const database = await startEmbeddedDatabase({ dataDir: dir, log, fast: true });
      running.push(database);
      return database;
    },
    /** Another process of ours, in its own group, that starts the database here and stays. */
    async startInAnotherProcess(): Promise<ChildProcess> {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program(dataDir)], {
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      await new Promise<void>((resolve, reject) => {
        child.stdout.once('data', () => resolve());
        child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
      });
      return child;
    },
    async end(): Promise<void> {
      for (const child of children) child.kill('SIGKILL');
      for (const database of running) await database.stop();
      const left = findPostmaster(cluster);
      if (left) process.kill(left.pid, 'SIGQUIT');
      await until(() => !findPostmaster(cluster));
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The rows of one question to a database. */
export async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** Waits for a thing to come true, 20 s at most. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It did not happen in time.');
    await sleep(50);
  }
}

/** Waits for the end of a process. */
export function gone(child: ChildProcess): Promise<void> {
  return until(() => child.exitCode !== null || child.signalCode !== null);
}

function program(dataDir: string): string {
  const module = join(import.meta.dirname, '..', 'start-embedded-database.ts');
  return `
    const { startEmbeddedDatabase } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {} };
    const dataDir = ${JSON.stringify(dataDir)};
    const database = await startEmbeddedDatabase({ dataDir, log, fast: true });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => database.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);
    console.log('started');
  `;
}
