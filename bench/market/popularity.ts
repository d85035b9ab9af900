import type { Ctx } from '#platform/context';
import { type BenchResult, rounded } from '../measure/bench.ts';

/** 500 services whose sales move at once; the posting lists must not be touched. */
export async function measurePopularity(ctx: Ctx, size: number): Promise<BenchResult> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const { rows } = await ctx.pool.query<{ id: string }>(
      'select service_id as id from search.documents order by random() limit 500',
    );
    const started = performance.now();
    await ctx.pool.query(
      `update search.documents d set quality = least(1, d.quality + 0.001), sales_count = d.sales_count + 1
       from unnest($1::uuid[]) as given (id) where d.service_id = given.id`,
      [rows.map(({ id }) => id)],
    );
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  const value = rounded(times[3] ?? 0);
  return {
    name: 'search-popularity',
    value,
    unit: 'ms for 500 services',
    atMost: 20,
    held: value <= 20,
    world: `${size} services`,
    concurrency: 1,
  };
}
