import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DatabaseAccount } from './database-account.ts';
import { findPostmaster, removeStalePidFile } from './postmaster.ts';
import { type Outcome, runBinary } from './run-binary.ts';
import { databaseSettings } from './settings.ts';
import { StartRefusal } from './start-refusal.ts';

const SETTINGS_FILE = 'hirfa.conf';
const LOG_FILE = 'server.log';
const LOG_LIMIT_BYTES = 2_000_000;
const START_TIMEOUT_S = 120;
const STOP_TIMEOUT_S = 60;
const ATTEMPTS = 120;
const RETRY_MS = 250;

/** Where a cluster is, the programs and the account it runs with, and how safely it writes. */
export type Cluster = {
  dir: string;
  binaries: Binaries;
  account: DatabaseAccount | undefined;
  fast: boolean;
};

/** Makes the cluster when there is none; a half-made one from a killed start is made anew. */
export async function createCluster(cluster: Cluster, superuserPassword: string): Promise<void> {
  const { account, binaries } = cluster;
  await removeHalfMade(cluster.dir);
  // A name of its own: the initdb of a killed start may still be writing into another.
  const half = `${cluster.dir}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${half}.password`;
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  try {
    if (account) await giveTo(account, [half, passwordFile]);
    const made = await runBinary({
      file: binaries.initdb,
      args: [
        `--pgdata=${half}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...localeFlags(),
        '--no-instructions',
        ...(cluster.fast ? ['--no-sync'] : []),
      ],
      account,
    });
    if (made.code !== 0) throw refusal('The database could not be created', cluster.dir, made);
    const include = `\ninclude_if_exists = '${SETTINGS_FILE}'\n`;
    await writeFile(join(half, 'postgresql.conf'), include, { flag: 'a' });
    await rename(half, cluster.dir);
  } finally {
    await removeHalfMade(cluster.dir);
  }
}

/** Refuses (StartRefusal) a cluster made by another major version than the programs'. */
export async function refuseOtherVersion(cluster: Cluster): Promise<void> {
  const found = (await readFile(join(cluster.dir, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await runBinary({ file: cluster.binaries.postgres, args: ['--version'] });
  const ours = /\) (\d+)/.exec(output)?.[1];
  if (ours !== undefined && found !== ours) {
    throw new StartRefusal(
      `The database in ${cluster.dir} was made by PostgreSQL ${found}, this is ${ours}. ` +
        `Move it with pg_dump of version ${found}, or set DATA_DIR to a new directory.`,
    );
  }
}

/** Gives the cluster to its account when it is another's (a copied or restored directory). */
export async function ownCluster(cluster: Cluster): Promise<void> {
  const { account, dir } = cluster;
  if (!account || (await stat(dir)).uid === account.uid) return;
  const { code, output } = await runBinary({
    file: 'chown',
    args: ['-R', `${account.uid}:${account.gid}`, dir],
  });
  if (code !== 0) throw new StartRefusal(`The database's files could not be taken over: ${output}`);
}

/**
 * Starts the cluster on `port`, or on a free one, and waits until it accepts connections.
 * Orphans of a killed server are waited for. Refuses (StartRefusal) with PostgreSQL's own reason.
 */
export async function startCluster(cluster: Cluster, port?: number): Promise<void> {
  await removeStalePidFile(cluster.dir);
  for (let attempt = 1; ; attempt += 1) {
    const log = await freshLog(cluster);
    const settings = databaseSettings({
      dir: cluster.dir,
      port: port ?? (await freePort()),
      fast: cluster.fast,
    });
    await writeFile(join(cluster.dir, SETTINGS_FILE), settings);
    const args = ['start', '-w', '-s', '-t', String(START_TIMEOUT_S), '-D', cluster.dir];
    const outcome = await runBinary({
      file: cluster.binaries.pgCtl,
      args: [...args, '-l', log.file],
      account: cluster.account,
    });
    // Not ours, perhaps, but a start that a killed process left under way.
    if (outcome.code === 0 || findPostmaster(cluster.dir)) return;
    const said = (await readFile(log.file, 'utf8').catch(() => '')).slice(log.length);
    const passing = /could not bind|in use|already exists|shared memory block/i.test(said);
    if (!passing || attempt === ATTEMPTS) {
      throw refusal('The database could not be started', cluster.dir, {
        code: outcome.code,
        output: said.trim() === '' ? outcome.output : said,
      });
    }
    await sleep(RETRY_MS);
  }
}

/** Stops the cluster when it runs: open transactions are rolled back, nothing committed is lost. */
export async function stopCluster(
  cluster: Cluster,
  mode: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  if (!findPostmaster(cluster.dir)) return;
  const stop = (how: string) =>
    runBinary({
      file: cluster.binaries.pgCtl,
      args: ['stop', '-s', '-w', '-t', String(STOP_TIMEOUT_S), '-m', how, '-D', cluster.dir],
      account: cluster.account,
    });
  const stopped = await stop(mode);
  if (stopped.code !== 0 && findPostmaster(cluster.dir)) await stop('immediate');
}

/** Sets the superuser's password without knowing the old one; the cluster must be stopped. */
export async function resetSuperuserPassword(cluster: Cluster, password: string): Promise<void> {
  await removeStalePidFile(cluster.dir);
  const outcome = await runBinary({
    file: cluster.binaries.postgres,
    args: ['--single', '-D', cluster.dir, '-c', 'log_min_messages=fatal', 'postgres'],
    account: cluster.account,
    input: `ALTER ROLE postgres PASSWORD '${password}'\n`,
  });
  if (outcome.code !== 0) throw refusal('The database cannot be opened', cluster.dir, outcome);
}

async function removeHalfMade(dir: string): Promise<void> {
  const parent = dirname(dir);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(dir)}.new-`)) continue;
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function localeFlags(): string[] {
  // macOS has no C.UTF-8: the same order of code points, with its own knowledge of letters.
  return process.platform === 'darwin'
    ? ['--locale=C', '--lc-ctype=en_US.UTF-8']
    : ['--locale=C.UTF-8'];
}

async function giveTo(account: DatabaseAccount, paths: string[]): Promise<void> {
  for (const path of paths) await chown(path, account.uid, account.gid);
}

async function freshLog(cluster: Cluster): Promise<{ file: string; length: number }> {
  const file = join(cluster.dir, LOG_FILE);
  const length = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (length < LOG_LIMIT_BYTES) return { file, length };
  await rename(file, `${file}.1`);
  return { file, length: 0 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL's own first complaint, in one line. */
function refusal(what: string, dir: string, { code, output }: Outcome): StartRefusal {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const complaint =
    lines.find((line) => /No space left on device|Disk quota exceeded/.test(line)) ??
    lines.find((line) => /PANIC|FATAL|error:/.test(line)) ??
    lines.at(-1) ??
    `exit code ${code}`;
  const reason = complaint.replace(/^.*?(PANIC|FATAL|error): */, '');
  return new StartRefusal(`${what} in ${dir}: ${reason}`);
}
