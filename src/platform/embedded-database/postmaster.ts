import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A running PostgreSQL: its process, its loopback port and the directory of its Unix socket, '' without one. */
export type Postmaster = { pid: number; port: number; socketDir: string };

/**
 * The living PostgreSQL of this cluster by its postmaster.pid; undefined when none runs. A pid file
 * whose number now belongs to some other process is stale.
 */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const written = readPidFile(clusterDir);
  if (!written || !isAlive(written.pid)) return undefined;
  return isPostgresOf(clusterDir, written.pid) ? written : undefined;
}

/**
 * Removes a postmaster.pid whose number was given to another process meanwhile (after a reboot, or
 * in a new container): PostgreSQL would refuse to start for it. One whose process is gone is left
 * for PostgreSQL, which also looks for orphans of it before it takes over.
 */
export async function removeStalePidFile(clusterDir: string): Promise<boolean> {
  const written = readPidFile(clusterDir);
  if (!written || !isAlive(written.pid) || isPostgresOf(clusterDir, written.pid)) return false;
  await rm(join(clusterDir, 'postmaster.pid'), { force: true });
  return true;
}

/** True while a process of this number exists (a zombie counts). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readPidFile(clusterDir: string): Postmaster | undefined {
  try {
    // Lines: pid, data directory, start time, port, socket directory, address, shared memory, state.
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 1
      ? { pid, port: Number(lines[3]) || 0, socketDir: lines[4]?.trim() ?? '' }
      : undefined;
  } catch {
    return undefined;
  }
}

function isPostgresOf(clusterDir: string, pid: number): boolean {
  const command = commandLine(pid);
  // Unreadable: better to believe the file than to start a second one.
  if (command === undefined) return true;
  const words = command.split(/[\0\s]/);
  return command.includes('postgres') && (words.includes(clusterDir) || isWithSpaces(command));

  function isWithSpaces(text: string): boolean {
    return /\s/.test(clusterDir) && text.includes(clusterDir);
  }
}

/** The command line of a process; empty for a zombie, undefined when it cannot be read. */
function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : undefined;
  }
}
