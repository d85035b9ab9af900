import type { Ctx } from '#platform/context';
import { TooMany } from '#platform/refusals';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import pg from 'pg';

/** How many tries an act gets in a window, for one key (an address, a member, an email). */
export interface Limit {
  act: string;
  points: number;
  windowSeconds: number;
}

const limiters = new WeakMap<pg.Pool, Map<string, RateLimiterPostgres>>();

/** Counts one try of the act under the key; refuses with TooMany when the window is used up. */
export async function spendTry(ctx: Ctx, limit: Limit, key: string): Promise<void> {
  try {
    await limiterFor(ctx.pool, limit).consume(key);
  } catch (outcome) {
    if (outcome instanceof Error) throw outcome;
    const { msBeforeNext } = outcome as { msBeforeNext: number };
    throw new TooMany(Math.ceil(msBeforeNext / 1_000));
  }
}

/** Forgets the tries of a key: after a success they do not count. */
export async function forgetTries(ctx: Ctx, limit: Limit, key: string): Promise<void> {
  await limiterFor(ctx.pool, limit).delete(key);
}

function limiterFor(pool: pg.Pool, limit: Limit): RateLimiterPostgres {
  const ofPool = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const known = ofPool.get(limit.act);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: withNumbers(pool),
    storeType: 'pool',
    schemaName: 'platform',
    tableName: 'limits',
    tableCreated: true,
    keyPrefix: limit.act,
    points: limit.points,
    duration: limit.windowSeconds,
    clearExpiredByTimeout: false,
  });
  ofPool.set(limit.act, limiter);
  return limiter;
}

/** The limiter counts in numbers, while int8 comes as bigint everywhere else. */
function withNumbers(pool: pg.Pool): Pick<pg.Pool, 'query'> {
  const types = {
    getTypeParser: (oid: number, format?: 'text') =>
      oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
  };
  const query = (config: pg.QueryConfig) => pool.query({ ...config, types } as pg.QueryConfig);
  return { query: query as unknown as pg.Pool['query'] };
}
