import type { Ctx } from '#platform/context';
import type { Viewer } from '#ui';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { viewerFigures } from '../viewer.report.ts';

const KEPT_AT_MOST = 5_000;
const lastKnown = new WeakMap<pg.Pool, LRUCache<string, Viewer>>();

/**
 * The signed-in member as the header shows them, read anew for every page (a purchase shows at
 * once). When the database is away the last known figures stand in, so that the page which says so
 * can still be written. Undefined for strangers.
 */
export async function viewerOf(ctx: Ctx): Promise<Viewer | undefined> {
  if (ctx.actor.kind !== 'member') return undefined;
  const { memberId, roles } = ctx.actor;
  const memory = lastKnown.get(ctx.pool) ?? new LRUCache<string, Viewer>({ max: KEPT_AT_MOST });
  lastKnown.set(ctx.pool, memory);
  try {
    const figures = await viewerFigures(ctx, memberId);
    if (!figures) return undefined;
    const viewer = { memberId, roles, ...figures };
    memory.set(memberId, viewer);
    return viewer;
  } catch (error) {
    ctx.log.warn({ err: error }, 'the header shows figures of before');
    return memory.get(memberId);
  }
}
