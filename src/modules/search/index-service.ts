import { categories, findSearchable } from '#catalogue';
import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { wordsOf } from './fold-text.ts';

/** Brings what can be found of a service to how it is listed now; removes what is on no list. Harmless to repeat. */
export async function indexService(ctx: Ctx, serviceId: string): Promise<void> {
  const found = await findSearchable(ctx, serviceId);
  if (!found) {
    await sql`delete from search.documents where service_id = ${serviceId}`.execute(ctx.db);
    return;
  }
  const { card } = found;
  const tree = await categories(ctx);
  const leaf = tree.leafOf(card.leafKey);
  const group = tree.groupOf(card.groupKey);
  const places = [leaf?.nameAr, leaf?.nameEn, group?.nameAr, group?.nameEn].join(' ');
  const weighted = {
    a: wordsOf(card.title),
    b: wordsOf(`${found.tags.join(' ')} ${places}`),
    c: wordsOf(`${card.sellerName} ${card.sellerHandle}`),
    d: wordsOf(found.description),
  };
  await inTransaction(ctx, async (tx) => {
    await sql`insert into search.documents (service_id, number, words, leaf_key, group_key,
        price_minor, delivery_days, sales_count, rating_score, published_at)
      values (${serviceId}, ${card.number},
        setweight(array_to_tsvector(${unique(weighted.a)}::text[]), 'A')
          || setweight(array_to_tsvector(${unique(weighted.b)}::text[]), 'B')
          || setweight(array_to_tsvector(${unique(weighted.c)}::text[]), 'C')
          || setweight(array_to_tsvector(${unique(weighted.d)}::text[]), 'D'),
        ${card.leafKey}, ${card.groupKey}, ${card.priceMinor}, ${card.deliveryDays},
        ${card.salesCount}, ${found.ratingScore}, ${found.publishedAt})
      on conflict (service_id) do update set words = excluded.words, leaf_key = excluded.leaf_key,
        group_key = excluded.group_key, price_minor = excluded.price_minor,
        delivery_days = excluded.delivery_days, sales_count = excluded.sales_count,
        rating_score = excluded.rating_score, published_at = excluded.published_at`.execute(tx.db);
  });
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.slice(0, 60)))];
}
