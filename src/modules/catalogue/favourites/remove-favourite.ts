import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { sql } from 'kysely';

/** Takes a service off the member's favourites; what is none stays so. Refuses SignInRequired. */
export async function removeFavourite(ctx: Ctx, input: { number: number }): Promise<void> {
  const memberId = requireMember(ctx);
  const { number } = input;
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return;
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ service_id: string }>`delete from catalogue.favourites f
      using catalogue.services s where s.id = f.service_id
        and f.member_id = ${memberId} and s.number = ${number} returning f.service_id`.execute(
      tx.db,
    );
    if (!rows[0]) return;
    await sql`update catalogue.service_figures set favourites_count = favourites_count - 1
      where service_id = ${rows[0].service_id}`.execute(tx.db);
  });
}
