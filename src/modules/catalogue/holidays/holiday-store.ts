import { type Ctx, newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { refreshListing } from '../listing/list-service.ts';

/** A seller's holiday that has not ended. */
export interface Holiday {
  startedAt: Date;
  returnsAt: Date;
}

/** The seller's holiday, if they are away. */
export async function findHoliday(ctx: Ctx, sellerId: string): Promise<Holiday | undefined> {
  const { rows } = await ctx.pool.query<Holiday>({
    name: 'catalogue-holiday',
    text: `select started_at as "startedAt", returns_at as "returnsAt" from catalogue.holidays
      where seller_id = $1 and ended_at is null`,
    values: [sellerId],
  });
  return rows[0];
}

/** Opens a holiday, or moves the return of the one that is open. */
export async function putHoliday(tx: TxCtx, sellerId: string, returnsAt: Date): Promise<void> {
  await sql`insert into catalogue.holidays (id, seller_id, started_at, returns_at)
    values (${newId(tx)}, ${sellerId}, ${tx.clock.now()}, ${returnsAt})
    on conflict (seller_id) where ended_at is null
      do update set returns_at = excluded.returns_at`.execute(tx.db);
}

/** Ends the open holiday; false when there is none (any more), or it ends later than `dueAt`. */
export async function closeHoliday(
  tx: TxCtx,
  sellerId: string,
  dueAt: Date | undefined,
): Promise<boolean> {
  const { rows } = await sql`update catalogue.holidays set ended_at = ${tx.clock.now()}
    where seller_id = ${sellerId} and ended_at is null
      and (${dueAt ?? null}::timestamptz is null or returns_at <= ${dueAt ?? null})
    returning id`.execute(tx.db);
  return rows.length > 0;
}

/** Hides or brings back everything a seller sells; answers the services it concerned. */
export async function setAway(tx: TxCtx, sellerId: string, away: boolean): Promise<string[]> {
  // One order of locking, so that two of these and a purchase never wait in a circle.
  await sql`select from catalogue.services where seller_id = ${sellerId} order by id
    for update`.execute(tx.db);
  const { rows } = await sql<{ id: string }>`update catalogue.services set away = ${away}
    where seller_id = ${sellerId} and away <> ${away} returning id`.execute(tx.db);
  for (const { id } of rows) {
    await refreshListing(tx, { serviceId: id, sellerId }, { changed: false });
  }
  return rows.map(({ id }) => id);
}
