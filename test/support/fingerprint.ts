import pg from 'pg';
import { afterAll } from 'vitest';
import type { World } from './world.ts';

/** Tries and questions are counted, and when somebody was last seen is kept: none is a change of anything. */
const UNWATCHED = ["'platform.limits'", "'search.missed_questions'", "'search.popular_questions'"];
/** Of a table in which rows change without anybody acting: what they say besides. */
const SAYING = "(to_jsonb(row) - 'last_seen_at')::text";
const SAID = `md5(coalesce(string_agg(${SAYING}, ',' order by ${SAYING}), ''))`;
/** Of every other: how many there are, and by which transaction the newest was written. */
const WRITTEN = "count(*) || ' ' || coalesce(max(row.xmin::text::bigint), 0)";

/** The tables that were written to since the last call: nobody acted as long as there is none. */
export async function aWatch(world: World): Promise<() => Promise<string[]>> {
  const client = new pg.Client({ connectionString: world.superuserUrl });
  await client.connect();
  // A hundred small tables are looked at sooner than processes for them are started.
  await client.query('set max_parallel_workers_per_gather = 0');
  afterAll(() => client.end());
  const { rows } = await client.query<{ name: string; seen: boolean }>(
    `select table_schema || '.' || table_name as name, exists (
        select from information_schema.columns as c
        where c.table_schema = t.table_schema and c.table_name = t.table_name
          and c.column_name = 'last_seen_at') as seen
      from information_schema.tables as t
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and table_schema || '.' || table_name not in (${UNWATCHED.join(', ')})`,
  );
  const question = rows
    .map(
      ({ name, seen }) =>
        `select '${name}' as name, ${seen ? SAID : WRITTEN} as sum from ${name} as row`,
    )
    .join(' union all ');
  let before = new Map<string, string>();
  const changed = async () => {
    // Planned once: the planning of a hundred tables takes longer than looking at them.
    const sums = await client.query<{ name: string; sum: string }>({
      name: 'watch',
      text: question,
    });
    const after = new Map(sums.rows.map(({ name, sum }) => [name, sum]));
    const names = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    before = after;
    return names;
  };
  await changed();
  return changed;
}
