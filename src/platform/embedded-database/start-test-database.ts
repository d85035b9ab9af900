import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getBinaries } from './binaries.ts';
import { type Cluster, createCluster, startCluster, stopCluster } from './cluster.ts';
import { refuseClosedPaths } from './data-directory.ts';
import { getDatabaseAccount } from './database-account.ts';
import { readPasswords } from './passwords.ts';
import { findPostmaster, isAlive } from './postmaster.ts';
import { superuserUrl } from './roles.ts';
import { StartRefusal } from './start-refusal.ts';

const PREFIX = 'hirfa-test-database-';
const OWNER_FILE = 'owner.pid';

/** A throw-away PostgreSQL: `url` is its superuser's. */
export type TestDatabase = { url: string; stop(): Promise<void> };

/**
 * Starts a PostgreSQL in a temporary directory that is quick rather than durable. `stop` removes it
 * whole; so does the end of this process, and the next start for one that was killed.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const binaries = getBinaries();
  await removeLeftovers(binaries);
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), PREFIX)));
  await chmod(dataDir, 0o711);
  await writeFile(join(dataDir, OWNER_FILE), String(process.pid));
  const dir = join(dataDir, 'postgres');
  const account = await getDatabaseAccount(dir);
  const cluster: Cluster = { dir, binaries, account, fast: true };
  const atExit = () => removeNow(cluster, dataDir);
  process.once('exit', atExit);
  const stop = async () => {
    await stopCluster(cluster, 'immediate');
    await rm(dataDir, { recursive: true, force: true });
    process.off('exit', atExit);
  };
  try {
    await refuseClosedPaths({ dataDir, binaries }, account);
    const { passwords } = await readPasswords(dataDir);
    await createCluster(cluster, passwords.superuser);
    await startCluster(cluster);
    const postmaster = findPostmaster(dir);
    if (!postmaster) throw new StartRefusal('The test database ended right after its start.');
    return { url: superuserUrl(postmaster, passwords), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Clusters of test runs that were killed: their process is gone, their directory is not. */
async function removeLeftovers(binaries: Cluster['binaries']): Promise<void> {
  const here = await realpath(tmpdir());
  const names = (await readdir(here)).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const dataDir = join(here, name);
    const pid = Number(await readFile(join(dataDir, OWNER_FILE), 'utf8').catch(() => '0'));
    if (pid === 0 || isAlive(pid)) continue;
    const dir = join(dataDir, 'postgres');
    const account = await getDatabaseAccount(dir).catch(() => undefined);
    await stopCluster({ dir, binaries, account, fast: true }, 'immediate');
    // Another account's leftovers are its own to remove.
    await rm(dataDir, { recursive: true, force: true }).catch(() => {});
  }
}

function removeNow(cluster: Cluster, dataDir: string): void {
  const { account, binaries, dir } = cluster;
  try {
    execFileSync(binaries.pgCtl, ['stop', '-s', '-w', '-m', 'immediate', '-D', dir], {
      cwd: '/',
      stdio: 'ignore',
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
  } catch {
    // It was not running.
  }
  rmSync(dataDir, { recursive: true, force: true });
}
