import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type PlannedStatements, planOnce } from './planned-statements.ts';
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
  options: { max?: number; name?: string; hurried?: boolean; planned?: PlannedStatements } = {},
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
  keepAfterErrors(pool);
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    planOnce(client, options.planned ?? 'transactions');
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
}

/**
 * A statement that PostgreSQL refused (a check, a raised refusal, a time limit) leaves its connection as
 * good as before; the pool by itself would throw it away, and everything planned in it.
 */
function keepAfterErrors(pool: pg.Pool): void {
  const query = async (...given: unknown[]): Promise<unknown> => {
    const client = await pool.connect();
    let lost: Error | undefined;
    try {
      return await (client.query as (...args: unknown[]) => Promise<unknown>)(...given);
    } catch (error) {
      const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
      if (!refused) lost = error as Error;
      throw error;
    } finally {
      client.release(lost);
    }
  };
  pool.query = query as typeof pool.query;
}
