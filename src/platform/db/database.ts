import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './types.generated.ts';

export type Db = Kysely<Database>;

// int8 comes as bigint everywhere: money never passes through a float.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));

/** The pool and the query builder over it; one pair a process. */
export interface DatabaseHandle {
  pool: pg.Pool;
  db: Db;
  close(): Promise<void>;
}

/** Opens the database of the URL given; nothing is connected before the first query. */
export function openDatabase(
  url: string,
  options: { max?: number; name?: string; hurried?: boolean } = {},
): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    application_name: options.name ?? 'hirfa',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idleTimeoutMillis: 60_000,
    // For what is made again when the machine goes down half way: commits do not wait for the disk.
    ...(options.hurried ? { options: '-c synchronous_commit=off' } : {}),
  });
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
}
