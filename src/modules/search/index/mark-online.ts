import { membersSeenSince } from '#identity';
import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { noteChanges } from './document-row.ts';

/** Who was seen within so long counts as online (SPEC 3.2). */
const ONLINE_MS = 10 * 60_000;

/** Marks the services of sellers who are online now, and ends the mark of who is not; once a minute. */
export async function markOnline(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - ONLINE_MS);
  const online = await membersSeenSince(ctx, since);
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`with gone as (
        delete from search.online_sellers where seller_id <> all(${online}::uuid[]) returning seller_id),
      come as (
        insert into search.online_sellers (seller_id) select id from unnest(${online}::uuid[]) as id
        on conflict (seller_id) do nothing returning seller_id),
      changed as (
        update search.documents d set online = moved.online
        from (select seller_id, false as online from gone
          union all select seller_id, true from come) as moved
        where d.seller_id = moved.seller_id and d.online <> moved.online
        returning d.service_id, d.traits),
      sampled as (
        update search.sample s set traits = changed.traits from changed
        where s.service_id = changed.service_id)
      select service_id as id from changed`.execute(tx.db);
    await noteChanges(
      tx,
      rows.map(({ id }) => id),
    );
  });
}
