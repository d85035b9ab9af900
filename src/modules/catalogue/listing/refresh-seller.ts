import { memberCards } from '#identity';
import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { standingOf } from '#trust';
import { sql } from 'kysely';
import { serviceChanged } from '../catalogue-facts.ts';

/** Writes a seller's name, handle and level as they are now on all their cards; harmless to repeat. */
export async function refreshSeller(ctx: Ctx, sellerId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const seller = (await memberCards(tx, [sellerId])).get(sellerId);
    if (!seller) return;
    const level = await standingOf(tx, sellerId);
    const { rows } = await sql<{ service_id: string }>`update catalogue.service_cards
      set seller_name = ${seller.displayName}, seller_handle = ${seller.handle}, seller_level = ${level}
      where seller_id = ${sellerId}
        and (seller_name, seller_handle, seller_level) is distinct from
          (${seller.displayName}, ${seller.handle}, ${level})
      returning service_id`.execute(tx.db);
    for (const row of rows) await recordFact(tx, serviceChanged, { serviceId: row.service_id });
  });
}
