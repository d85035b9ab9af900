import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { TooManyFavourites } from '../catalogue-errors.ts';

/** More than anybody looks through again. */
const MOST = 1_000;

/**
 * Keeps a published service among the member's favourites; twice is once. Refuses SignInRequired,
 * NotFound (no such service, or not on sale), TooManyFavourites.
 */
export async function addFavourite(ctx: Ctx, input: { number: number }): Promise<void> {
  const memberId = requireMember(ctx);
  const { number } = input;
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const { rows: services } = await sql<{ id: string }>`select id from catalogue.services
      where number = ${number} and state in ('published', 'paused')`.execute(tx.db);
    const serviceId = services[0]?.id;
    if (!serviceId) throw new NotFound();
    const { rows: held } = await sql<{ services: number }>`select count(*)::int as services
      from catalogue.favourites where member_id = ${memberId}`.execute(tx.db);
    if ((held[0]?.services ?? 0) >= MOST) throw new TooManyFavourites(MOST);
    const { rows: added } = await sql`insert into catalogue.favourites (member_id, service_id, at)
      values (${memberId}, ${serviceId}, ${tx.clock.now()})
      on conflict (member_id, service_id) do nothing returning service_id`.execute(tx.db);
    if (added.length === 0) return;
    await sql`insert into catalogue.service_figures as held (service_id, favourites_count)
      values (${serviceId}, 1) on conflict (service_id)
      do update set favourites_count = held.favourites_count + 1`.execute(tx.db);
  });
}
