import { getSellableService } from '#catalogue';
import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { sql } from 'kysely';
import { requireBuyable } from '../buying/require-shown.ts';
import { CartFull } from '../checkout-errors.ts';
import { type Choice, quoteOf } from '../quote.ts';
import { CART_LIMIT } from './cart.ts';

/**
 * Puts a choice into the member's cart; a service that is in it already is chosen anew. Refuses
 * SignInRequired, NotFound, OwnService, QueueFull, SellerAway, ServiceChanged, CartFull.
 */
export async function addToCart(ctx: Ctx, choice: Choice): Promise<void> {
  const memberId = requireMember(ctx);
  const service = requireBuyable(await getSellableService(ctx, choice.serviceId), memberId);
  const quote = quoteOf(service, choice);
  const upgradeIds = quote.lines.flatMap((line) => line.upgradeId ?? []);
  await inTransaction(ctx, async (tx) => {
    // Two windows at once follow each other, so the limit holds.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cart:${memberId}`}, 0))`.execute(
      tx.db,
    );
    const { rows } = await sql<{ others: number }>`select count(*)::int as others
      from checkout.cart_lines where member_id = ${memberId}
        and service_id <> ${service.serviceId}`.execute(tx.db);
    if ((rows[0]?.others ?? 0) >= CART_LIMIT) throw new CartFull(CART_LIMIT);
    await sql`insert into checkout.cart_lines as line (member_id, service_id, upgrade_ids, quantity,
        price_minor, delivery_days, added_at)
      values (${memberId}, ${service.serviceId}, ${upgradeIds}, ${quote.quantity},
        ${quote.priceMinor}, ${quote.deliveryDays}, ${tx.clock.now()})
      on conflict (member_id, service_id) do update set upgrade_ids = excluded.upgrade_ids,
        quantity = excluded.quantity, price_minor = excluded.price_minor,
        delivery_days = excluded.delivery_days`.execute(tx.db);
  });
}
