import { setRating } from '#catalogue';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { checkRatings, type Difference } from './check-ratings.ts';
import { hundredthsOf } from './rating.ts';

/**
 * Counts all figures anew from the reviews and mends what differs, in the catalogue too; counting waits
 * meanwhile. Answers what was wrong: nothing, unless somebody wrote past the actions.
 */
export async function recountRatings(ctx: Ctx): Promise<Difference[]> {
  return inTransaction(ctx, async (tx) => {
    await sql`lock table reviews.figures in share row exclusive mode`.execute(tx.db);
    const differences = await checkRatings(tx);
    for (const difference of differences) await mend(tx, difference);
    return differences;
  });
}

async function mend(tx: TxCtx, { kind, subjectId, counted }: Difference): Promise<void> {
  await sql`insert into reviews.figures
      (kind, subject_id, reviews, quality_sum, communication_sum, on_time_sum, stars_sum)
    values (${kind}, ${subjectId}, ${counted.reviews}, ${counted.quality}, ${counted.communication},
      ${counted.onTime}, ${counted.stars})
    on conflict (kind, subject_id) do update set reviews = excluded.reviews,
      quality_sum = excluded.quality_sum, communication_sum = excluded.communication_sum,
      on_time_sum = excluded.on_time_sum, stars_sum = excluded.stars_sum`.execute(tx.db);
  if (kind !== 'service') return;
  const hundredths = hundredthsOf(kind, counted);
  await setRating(tx, { serviceId: subjectId, count: counted.reviews, hundredths });
}
