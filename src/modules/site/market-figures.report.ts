import type { Ctx } from '#platform/context';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';

/** What the market has, counted. */
export interface MarketFigures {
  services: number;
  sellers: number;
  completedOrders: number;
}

// Counting every listed service is dear, and the answer hardly moves.
const KEPT_MS = 5 * 60_000;
const known = new WeakMap<pg.Pool, LRUCache<'figures', MarketFigures>>();

/** Listed services, their sellers and completed orders, at most five minutes old. */
export async function marketFigures(ctx: Ctx): Promise<MarketFigures> {
  const memory =
    known.get(ctx.pool) ?? new LRUCache<'figures', MarketFigures>({ max: 1, ttl: KEPT_MS });
  known.set(ctx.pool, memory);
  const before = memory.get('figures');
  if (before) return before;
  const { rows } = await ctx.pool.query<MarketFigures>(
    `select
      (select count(*)::int from catalogue.service_cards) as services,
      (select count(distinct seller_id)::int from catalogue.service_cards) as sellers,
      (select count(*)::int from catalogue.counted_sales) as "completedOrders"`,
  );
  const figures = rows[0] ?? { services: 0, sellers: 0, completedOrders: 0 };
  // An empty market is not remembered: its first service shows at once.
  if (figures.services > 0) memory.set('figures', figures);
  return figures;
}
