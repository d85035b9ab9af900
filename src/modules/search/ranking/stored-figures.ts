import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { ServiceFigures } from './formula.ts';

/** The figures that the hourly count reads out of orders. */
export type StoredFigures = Pick<
  ServiceFigures,
  'buyers' | 'recentBuyers' | 'completed' | 'ended' | 'onTime' | 'delivered' | 'replied' | 'asked'
>;

/** A service nobody ordered. */
export const noFigures: StoredFigures = {
  buyers: 0,
  recentBuyers: 0,
  completed: 0,
  ended: 0,
  onTime: 0,
  delivered: 0,
  replied: 0,
  asked: 0,
};

/** What the last count found of these services; those without an order are left out. */
export async function storedFigures(
  ctx: Ctx,
  serviceIds: readonly string[],
): Promise<Map<string, StoredFigures>> {
  const { rows } = await sql<StoredFigures & { id: string }>`
    select service_id as id, buyers, recent_buyers as "recentBuyers", completed, ended,
      on_time as "onTime", delivered, replied, asked
    from search.figures where service_id = any(${[...serviceIds]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
