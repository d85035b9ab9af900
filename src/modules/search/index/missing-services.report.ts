import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

/** Listed services that cannot be found yet: after an index was laid anew, or a fact that never came. */
export async function findMissingServices(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select card.service_id as id
    from catalogue.service_cards card
    where not exists (select from search.documents d where d.service_id = card.service_id)
    limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
