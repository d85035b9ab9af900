import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefusal } from './start-refusal.ts';

const PATIENCE_MS = 180_000;
const POLL_MS = 50;
/** Held locks are kept reachable here: a collected connection would let go of its lock. */
const held = new Set<DatabaseSync>();

/** A lock that was taken; `release` may be called again without harm. */
export type Hold = { release(): void };

/**
 * Locks between processes, on files in `<dataDir>/locks`. They are SQLite's file locks because the
 * system takes those back when a process dies, even by SIGKILL, so nothing is ever left locked.
 */
export function openLocks(dataDir: string) {
  const directory = join(dataDir, 'locks');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const starting = join(directory, 'starting');
  const using = join(directory, 'using');
  return {
    /** Runs `work` while no other process starts or stops this database. Refuses after 3 minutes. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      const hold = await waitFor(() => take(starting, 'exclusive'), dataDir);
      try {
        return await work();
      } finally {
        hold.release();
      }
    },
    /** Marks this process as one that uses the database, until released or dead. */
    use: (): Promise<Hold> => waitFor(() => take(using, 'shared'), dataDir),
    /** True when no process at all uses the database. */
    isUnused(): boolean {
      const hold = take(using, 'exclusive');
      hold?.release();
      return hold !== undefined;
    },
  };
}

function take(file: string, kind: 'exclusive' | 'shared'): Hold | undefined {
  const database = new DatabaseSync(file);
  try {
    if (kind === 'exclusive') {
      database.exec('BEGIN EXCLUSIVE');
    } else {
      database.exec('BEGIN');
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
    }
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === 5) return undefined; // SQLITE_BUSY
    throw error;
  }
  held.add(database);
  return {
    release() {
      if (held.delete(database)) database.close();
    },
  };
}

async function waitFor(attempt: () => Hold | undefined, dataDir: string): Promise<Hold> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const hold = attempt();
    if (hold) return hold;
    if (performance.now() > deadline) {
      throw new StartRefusal(
        `Another process has been starting or stopping the database in ${dataDir} for minutes. ` +
          'End it, or set DATA_DIR to another directory.',
      );
    }
    await sleep(POLL_MS);
  }
}
