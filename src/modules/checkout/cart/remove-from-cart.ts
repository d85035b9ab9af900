import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';

/** Takes a service out of the member's cart. Refuses NotFound when it is not in it. */
export async function removeFromCart(ctx: Ctx, serviceId: string): Promise<void> {
  const memberId = requireMember(ctx);
  if (!isUuid(serviceId)) throw new NotFound();
  const result = await sql`delete from checkout.cart_lines
    where member_id = ${memberId} and service_id = ${serviceId}`.execute(ctx.db);
  if (result.numAffectedRows === 0n) throw new NotFound();
}
