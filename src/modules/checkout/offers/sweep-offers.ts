import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { offerExpired, offerExpiring } from '../checkout-facts.ts';
import { offerMoves } from './offer.ts';

const BATCH = 500;
const REMIND_MS = 24 * 3_600_000;

interface Swept {
  offerId: string;
  conversationId: string;
  buyerId: string;
  sellerId: string;
  title: string;
}

const SWEPT = sql`id as "offerId", conversation_id as "conversationId", buyer_id as "buyerId",
  seller_id as "sellerId", title`;

/**
 * Ends offers whose time is over and reminds buyers a day before (of offers that stand longer than two).
 * Each once, however many processes sweep. Answers how many ended.
 */
export async function sweepOffers(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    const ended =
      await sql<Swept>`update checkout.offers set state = ${offerMoves.expire.to}, settled_at = ${now}
      where id in (select id from checkout.offers where state = 'open' and stands_until <= ${now}
        order by stands_until limit ${BATCH} for update skip locked)
      returning ${SWEPT}`.execute(tx.db);
    const soon = await sql<Swept>`update checkout.offers set reminded_at = ${now}
      where id in (select id from checkout.offers where state = 'open' and reminded_at is null
        and stands_until <= ${new Date(now.getTime() + REMIND_MS)}
        and stands_until - offered_at >= interval '2 days'
        order by stands_until limit ${BATCH} for update skip locked)
      returning ${SWEPT}`.execute(tx.db);
    for (const offer of ended.rows) await recordFact(tx, offerExpired, offer);
    for (const offer of soon.rows) await recordFact(tx, offerExpiring, offer);
    return ended.rows.length;
  });
}
