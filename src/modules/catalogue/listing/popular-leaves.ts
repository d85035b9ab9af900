import type { Ctx } from '#platform/context';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { categories, type CategoryLeaf } from '../categories/categories.ts';

// Adding up the sales of every listed service is dear, and the answer hardly moves.
const MINUTES_MS = 5 * 60_000;
const known = new WeakMap<pg.Pool, LRUCache<'keys', string[]>>();

/** The leaves with the most completed orders, at most five minutes old. */
export async function popularLeaves(ctx: Ctx, limit: number): Promise<CategoryLeaf[]> {
  const memory = known.get(ctx.pool) ?? new LRUCache<'keys', string[]>({ max: 1, ttl: MINUTES_MS });
  known.set(ctx.pool, memory);
  const keys = memory.get('keys') ?? (await readKeys(ctx));
  if (keys.length > 0) memory.set('keys', keys, { noUpdateTTL: true });
  const tree = await categories(ctx);
  return keys.slice(0, limit).flatMap((key) => tree.leafOf(key) ?? []);
}

async function readKeys(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.pool.query<{ leaf_key: string }>(
    `select leaf_key from catalogue.service_cards group by leaf_key
      order by sum(sales_count) desc, count(*) desc, leaf_key limit 24`,
  );
  return rows.map((row) => row.leaf_key);
}
