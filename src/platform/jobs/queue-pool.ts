import pg from 'pg';

/** Beside the jobs in hand: one that listens, one that takes, fails or gives back. */
const SPARE_CONNECTIONS = 2;

/**
 * Connections of the queue's own. It writes the numbers of failed jobs into JSON, where a bigint
 * cannot go, so int8 comes to it as text (the driver's habit) while it comes as bigint to all else.
 */
export function openQueuePool(pool: pg.Pool, concurrency: number): pg.Pool {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === pg.types.builtins.INT8 ? String : pg.types.getTypeParser(oid, format as 'text'),
  };
  const own = new pg.Pool({
    ...pool.options,
    max: concurrency + SPARE_CONNECTIONS,
    types: types as pg.CustomTypesConfig,
  });
  // A lost connection, idle or in use, is replaced by the pool; unheard it would end the process.
  own.on('error', () => undefined);
  own.on('connect', (client) => client.on('error', () => undefined));
  return own;
}
