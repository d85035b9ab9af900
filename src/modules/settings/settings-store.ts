import type { Ctx } from '#platform/context';
import { systemClock } from '#platform/time';
import { sql } from 'kysely';
import type pg from 'pg';

const KEPT_MS = 3_000;

export interface DatedRule {
  key: string;
  validFrom: Date;
  value: unknown;
}

interface Kept<T> {
  readAtMs: number;
  rows: Promise<T[]>;
}

const rulesOfPool = new WeakMap<pg.Pool, Kept<DatedRule>>();
const flagsOfPool = new WeakMap<pg.Pool, Kept<{ key: string; enabled: boolean }>>();

/** All dated rules, newest first; read again after a few seconds of wall time. */
export function listDatedRules(ctx: Ctx): Promise<DatedRule[]> {
  return keep(rulesOfPool, ctx, async () => {
    // On the caller's own connection: a second one may not be free while every transaction asks.
    const { rows } = await sql<DatedRule>`
      select key, valid_from as "validFrom", value from settings.rules order by valid_from desc`.execute(
      ctx.db,
    );
    return rows;
  });
}

/** All switches that were set; read again after a few seconds of wall time. */
export function listFlags(ctx: Ctx): Promise<{ key: string; enabled: boolean }[]> {
  return keep(flagsOfPool, ctx, async () => {
    const { rows } = await sql<{ key: string; enabled: boolean }>`
      select key, enabled from settings.flags`.execute(ctx.db);
    return rows;
  });
}

/** Forgets what was read, after a change in this process. */
export function forgetSettings(ctx: Ctx): void {
  rulesOfPool.delete(ctx.pool);
  flagsOfPool.delete(ctx.pool);
}

function keep<T>(
  cache: WeakMap<pg.Pool, Kept<T>>,
  ctx: Ctx,
  read: () => Promise<T[]>,
): Promise<T[]> {
  const nowMs = systemClock.now().getTime();
  const kept = cache.get(ctx.pool);
  if (kept && nowMs - kept.readAtMs < KEPT_MS) return kept.rows;
  const rows = read();
  cache.set(ctx.pool, { readAtMs: nowMs, rows });
  // A failed reading is not kept: the next question asks the database again.
  rows.catch(() => cache.delete(ctx.pool));
  return rows;
}
