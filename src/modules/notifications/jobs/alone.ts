import type { Ctx } from '#platform/context';

/** Runs the work while no other process does the work of that number. */
export async function alone(ctx: Ctx, lock: number, work: () => Promise<void>): Promise<void> {
  const client = await ctx.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
  } finally {
    client.release();
  }
}
