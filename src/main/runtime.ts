import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '#platform/context';
import { migrate, openDatabase } from '#platform/db';
import { startEmbeddedDatabase, StartRefusal } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { type Live, openLive } from '#platform/live';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import { undoBrokenWorld } from './broken-world.ts';
import { openClock } from './clock.ts';
import { type Config, ConfigRefusal, databaseOf } from './config.ts';

const WEB_CONNECTIONS = 20;

export interface Runtime {
  ctx: Ctx;
  live: Live;
  /** Address of the database for the program's role. */
  url: string;
  close(): Promise<void>;
}

/** Starts what the process stands on: database, migrations, clock, words between processes. */
export async function openRuntime(config: Config, root: string): Promise<Runtime> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
  const database = await openAnyDatabase(config, log);
  try {
    const secret = config.sessionSecret ?? (await keptSecret(config.dataDir));
    const migrations = join(root, 'db/migrations');
    if (database.ownerUrl) await migrate(database.ownerUrl, migrations);
    if (database.ownerUrl && !config.databaseUrl) {
      await undoBrokenWorld(database.ownerUrl, migrations);
    }
    // A worker reads single rows for one fact after the other, and no lists.
    const planned = config.role === 'worker' ? 'all' : 'transactions';
    const handle = openDatabase(database.url, { max: WEB_CONNECTIONS, planned });
    const live = openLive(database.url, log);
    const clock = await openClock({ demo: config.demo, pool: handle.pool, live, log });
    const { publicUrl, dataDir, demo, telegram } = config;
    const ctx: Ctx = {
      db: handle.db,
      pool: handle.pool,
      clock,
      actor: { kind: 'system', name: 'site' },
      reader: DEFAULT_READER,
      log,
      random: randomBytes,
      site: { publicUrl, dataDir, demo, secret, ...(telegram ? { telegram } : {}) },
    };
    return {
      ctx,
      live,
      url: database.url,
      async close() {
        await live.close();
        await handle.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

interface OpenedDatabase {
  url: string;
  ownerUrl: string | undefined;
  stop(): Promise<void>;
}

async function openAnyDatabase(config: Config, log: Logger): Promise<OpenedDatabase> {
  if (!config.databaseUrl) {
    const database = databaseOf(config.world);
    return startEmbeddedDatabase({ dataDir: config.dataDir, database, log });
  }
  const url = config.databaseUrl;
  await tryConnection('DATABASE_URL', url);
  if (config.migrationDatabaseUrl)
    await tryConnection('MIGRATION_DATABASE_URL', config.migrationDatabaseUrl);
  // With one address the owner is also who the site runs as; the ledger's triggers still guard it.
  return { url, ownerUrl: config.migrationDatabaseUrl ?? url, stop: async () => undefined };
}

async function tryConnection(name: string, connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    if (Number(rows[0]?.version) < 150_000) {
      throw new ConfigRefusal(`${name} leads to a PostgreSQL older than 15.`);
    }
  } catch (error) {
    if (error instanceof ConfigRefusal) throw error;
    throw new ConfigRefusal(
      `${name} does not lead to a database: ${(error as Error).message || 'no answer'}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The secret of an embedded site: made once, readable by its owner alone; never half written. */
async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'session-secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.length >= 32) return kept;
  try {
    await mkdir(dataDir, { recursive: true });
    const secret = randomBytes(32).toString('base64url');
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, secret, { mode: 0o600 });
    await rename(draft, path);
    return secret;
  } catch (error) {
    throw dataDirRefusal(dataDir, error);
  }
}

function dataDirRefusal(dataDir: string, error: unknown): StartRefusal {
  return new StartRefusal(
    `The data directory ${dataDir} cannot be written: ${(error as Error).message}.`,
  );
}
