import type { TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { serviceChanged } from '../catalogue-facts.ts';

/** What a service is given before anybody rated it, and as how many reviews that counts (Bayes). */
const USUAL_HUNDREDTHS = 450;
const USUAL_WEIGHT = 8;

/**
 * Writes what buyers say of a service, in figures, beside its sales and on its card: how many rated it
 * and their average in hundredths (490 is 4.9). A service that is not there is left alone.
 */
export async function setRating(
  tx: TxCtx,
  rating: { serviceId: string; count: number; hundredths: number },
): Promise<void> {
  const { serviceId, count, hundredths } = rating;
  const sum = 100 * (USUAL_HUNDREDTHS * USUAL_WEIGHT + hundredths * count);
  const score = count === 0 ? 0 : Math.floor(sum / (USUAL_WEIGHT + count));
  const { rows } = await sql<{ listed: boolean }>`with held as (
      insert into catalogue.service_figures
        (service_id, rating_count, rating_hundredths, rating_score)
      select id, ${count}::int, ${hundredths}::int, ${score}::int
      from catalogue.services where id = ${serviceId}
      on conflict (service_id) do update set rating_count = excluded.rating_count,
        rating_hundredths = excluded.rating_hundredths, rating_score = excluded.rating_score
      returning service_id, rating_count, rating_hundredths, rating_score)
    update catalogue.service_cards as card set rating_count = held.rating_count,
      rating_hundredths = held.rating_hundredths, rating_score = held.rating_score
    from held where card.service_id = held.service_id returning true as listed`.execute(tx.db);
  if (rows.length > 0) await recordFact(tx, serviceChanged, { serviceId });
}
