import pg from 'pg';
import { afterAll } from 'vitest';
import type { World } from './world.ts';

/** Tries and questions are counted, and when somebody was last seen is kept: none is a change of anything. */
const UNWATCHED = ["'platform.limits'", "'search.missed_questions'", "'search.popular_questions'"];
const ROW = "(to_jsonb(row) - 'last_seen_at')::text";

/** The tables that were written to since the last call: nobody acted as long as there is none. */
export async function aWatch(world: World): Promise<() => Promise<string[]>> {
  const client = new pg.Client({ connectionString: world.superuserUrl });
  await client.connect();
  afterAll(() => client.end());
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and table_schema || '.' || table_name not in (${UNWATCHED.join(', ')})`,
  );
  const question = rows
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(${ROW}, ',' order by ${ROW}), '')) as sum
          from ${name} as row`,
    )
    .join(' union all ');
  let before = new Map<string, string>();
  const changed = async () => {
    const sums = await client.query<{ name: string; sum: string }>(question);
    const after = new Map(sums.rows.map(({ name, sum }) => [name, sum]));
    const names = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    before = after;
    return names;
  };
  await changed();
  return changed;
}
