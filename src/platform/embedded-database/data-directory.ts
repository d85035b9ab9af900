import { randomUUID } from 'node:crypto';
import { chmod, mkdir, realpath, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type DatabaseAccount, findClosedDirectory } from './database-account.ts';
import { runBinary } from './run-binary.ts';
import { asStartRefusal, StartRefusal } from './start-refusal.ts';

const MEGABYTE = 1024 * 1024;
/** A new cluster takes 60 MB and writes as much again; a living one needs room for its log. */
const NEW_CLUSTER_MEGABYTES = 200;
const LIVING_CLUSTER_MEGABYTES = 48;

/**
 * Makes sure that `dataDir` exists, takes files and has room, and gives its real path.
 * Refuses (StartRefusal) in one line otherwise.
 */
export async function openDataDirectory(dataDir: string): Promise<string> {
  try {
    await createDirectory(dataDir);
    const real = await realpath(dataDir);
    const probe = join(real, `.probe-${randomUUID()}`);
    await writeFile(probe, 'x');
    await rm(probe);
    return real;
  } catch (error) {
    throw asStartRefusal(error, `The data directory ${dataDir} (DATA_DIR) cannot be used`);
  }
}

/** Refuses (StartRefusal) when the disk of `dataDir` is too full to run the database on. */
export async function refuseFullDisk(dataDir: string, clusterDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const freeMegabytes = Math.floor((bavail * bsize) / MEGABYTE);
  const exists = await stat(clusterDir).catch(() => undefined);
  const needed = exists ? LIVING_CLUSTER_MEGABYTES : NEW_CLUSTER_MEGABYTES;
  if (freeMegabytes < needed) {
    throw new StartRefusal(
      `The disk of the data directory ${dataDir} (DATA_DIR) is full: ${freeMegabytes} MB free, ` +
        `the database needs at least ${needed} MB.`,
    );
  }
}

/** Refuses (StartRefusal) when the database's account cannot reach its data or its programs. */
export async function refuseClosedPaths(
  paths: { dataDir: string; binaries: Binaries },
  account: DatabaseAccount | undefined,
): Promise<void> {
  const program = await realpath(paths.binaries.postgres);
  for (const path of [paths.dataDir, program]) refuseShellCharacters(path);
  if (account) {
    for (const path of [dirname(program), paths.dataDir]) {
      const closed = await findClosedDirectory(path, account);
      if (closed === undefined) continue;
      throw new StartRefusal(
        `The database runs as the account ${account.name}, which may not enter ${closed}. ` +
          `Allow it with: chmod o+x ${closed} — or ` +
          (path === paths.dataDir ? 'set DATA_DIR to another place' : 'move the project') +
          ', for example under /srv, or start as an ordinary user.',
      );
    }
  }
  const { code, output } = await runBinary({ file: program, args: ['--version'], account }).catch(
    (error: Error) => ({ code: -1, output: error.message }),
  );
  if (code !== 0) {
    throw new StartRefusal(
      `The embedded PostgreSQL does not run here: ${output || `exit ${code}`}`,
    );
  }
}

async function createDirectory(path: string): Promise<void> {
  const firstCreated = await mkdir(path, { recursive: true });
  if (firstCreated === undefined) return;
  // Whatever the umask: others may pass through (the database's account must), and see nothing.
  for (let made = path; made.length >= firstCreated.length; made = dirname(made)) {
    await chmod(made, 0o711);
  }
}

/** pg_ctl hands its paths to a shell between double quotes. */
function refuseShellCharacters(path: string): void {
  if (/["$`\\\n]/.test(path)) {
    throw new StartRefusal(`PostgreSQL cannot run from a path with ", $, \` or \\ in it: ${path}`);
  }
}
