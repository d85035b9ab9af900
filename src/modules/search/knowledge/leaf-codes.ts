import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type pg from 'pg';

/** The small numbers of subcategories, both ways. */
export interface LeafCodes {
  codeOf: ReadonlyMap<string, number>;
  keyOf: ReadonlyMap<number, string>;
}

const held = new WeakMap<pg.Pool, LeafCodes>();

/** The numbers of these leaves and all others known; a leaf seen for the first time is given one. */
export async function leafCodes(ctx: Ctx, leafKeys: readonly string[]): Promise<LeafCodes> {
  const known = held.get(ctx.pool);
  if (known && leafKeys.every((key) => known.codeOf.has(key))) return known;
  if (leafKeys.length > 0) {
    await sql`insert into search.leaf_codes (leaf_key)
      select key from unnest(${[...leafKeys]}::text[]) as key
      where not exists (select from search.leaf_codes where leaf_key = key)
      order by key on conflict (leaf_key) do nothing`.execute(ctx.db);
  }
  const { rows } = await sql<{ key: string; code: number }>`
    select leaf_key as key, code from search.leaf_codes`.execute(ctx.db);
  const codes: LeafCodes = {
    codeOf: new Map(rows.map(({ key, code }) => [key, code])),
    keyOf: new Map(rows.map(({ key, code }) => [code, key])),
  };
  held.set(ctx.pool, codes);
  return codes;
}
