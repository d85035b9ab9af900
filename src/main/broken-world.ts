import { migrate } from '#platform/db';
import { FILLING_LOCK } from '#world/souq';
import pg from 'pg';

/**
 * Throws away a market whose filling was killed half way, so that the next start fills it anew. Only
 * for the embedded database of a demo; one that another process is filling right now is left alone.
 * Answers whether there was one.
 */
export async function undoBrokenWorld(ownerUrl: string, migrations: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ broken: boolean }>(
      'select begun and not filled and pg_try_advisory_lock($1) as broken from platform.world',
      [FILLING_LOCK],
    );
    if (!rows[0]?.broken) return false;
    const schemas = await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace
       where nspowner = current_user::regrole and nspname not in ('public', 'graphile_worker')`,
    );
    await client.query('begin');
    for (const { name } of schemas.rows) await client.query(`drop schema ${name} cascade`);
    await client.query('drop schema graphile_worker cascade');
    await client.query('delete from public.migrations');
    await client.query('commit');
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, migrations);
  return true;
}
