import type { Ctx } from '#platform/context';
import pg from 'pg';

/** No question may cost more: it is cut off and answered with what there is. */
const STATEMENT_TIMEOUT_MS = 1_200;
const CONNECTIONS = 6;

const pools = new WeakMap<pg.Pool, pg.Pool>();

/** Connections of the search's own: a storm of questions leaves the site's others alone. */
export function searchPool(ctx: Ctx): pg.Pool {
  const held = pools.get(ctx.pool);
  if (held) return held;
  const pool = new pg.Pool({
    ...ctx.pool.options,
    max: CONNECTIONS,
    application_name: 'hirfa-search',
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // A lost connection is replaced by the pool; unheard it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  pools.set(ctx.pool, pool);
  return pool;
}
