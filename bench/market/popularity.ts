import type { Ctx } from '#platform/context';
import { type BenchResult, rounded } from '../measure/bench.ts';

/** 500 services whose sales move at once; the posting lists must not be touched. The world stays as it was. */
export async function measurePopularity(ctx: Ctx, world: string): Promise<BenchResult> {
  const times: number[] = [];
  const client = await ctx.pool.connect();
  for (let round = 0; round < 7; round += 1) {
    await client.query('begin');
    const { rows } = await client.query<{ id: string }>(
      'select service_id as id from search.documents order by random() limit 500',
    );
    const started = performance.now();
    await client.query(
      `update search.documents d set quality = least(1, d.quality + 0.001), sales_count = d.sales_count + 1
       from unnest($1::uuid[]) as given (id) where d.service_id = given.id`,
      [rows.map(({ id }) => id)],
    );
    times.push(performance.now() - started);
    await client.query('rollback');
  }
  client.release();
  times.sort((one, other) => one - other);
  const value = rounded(times[3] ?? 0);
  return {
    name: 'search-popularity',
    value,
    unit: 'ms for 500 services',
    atMost: 20,
    held: value <= 20,
    world,
    concurrency: 1,
  };
}
