import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { makeWorkerUtils } from 'graphile-worker';

const LOCK = 4_217_001;

export interface MigrationReport {
  applied: string[];
}

/**
 * Brings the database to the newest migration: plain SQL files in name order, each in its own
 * transaction, guarded by an advisory lock so that two starts at once do it once. A file that was
 * changed after it ran is an error: the timeline only goes forward.
 */
export async function migrate(ownerUrl: string, directory: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await migrateQueue(ownerUrl);
    await client.query(
      'create table if not exists public.migrations (name text primary key, digest text not null)',
    );
    const { rows } = await client.query<{ name: string; digest: string }>(
      'select name, digest from public.migrations',
    );
    const done = new Map(rows.map((row) => [row.name, row.digest]));
    const applied: string[] = [];
    for (const name of await listMigrations(directory)) {
      const text = await readFile(join(directory, name), 'utf8');
      if (await applyOnce(client, { name, text, before: done.get(name) })) applied.push(name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

/** The migration files of a directory in the order they run. */
export async function listMigrations(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
}

async function applyOnce(
  client: pg.Client,
  file: { name: string; text: string; before: string | undefined },
): Promise<boolean> {
  const digest = createHash('sha256').update(file.text).digest('hex');
  if (file.before === digest) return false;
  if (file.before !== undefined) {
    throw new Error(`migration ${file.name} was changed after it ran; write a new one instead`);
  }
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query('insert into public.migrations (name, digest) values ($1, $2)', [
      file.name,
      digest,
    ]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.name}: ${(error as Error).message}`, { cause: error });
  }
}

async function migrateQueue(ownerUrl: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
}
