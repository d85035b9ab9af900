import { memberCards } from '#identity';
import type { TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { standingOf } from '#trust';
import { sql } from 'kysely';
import { serviceChanged, servicePublished, serviceUnlisted } from '../catalogue-facts.ts';
import type { Service } from '../service.ts';

/**
 * Brings the lists in line with the service as it is now: on them while it is published, its seller
 * is not away and its queue has places; off them otherwise, with its figures kept. The service is
 * locked by the caller. `changed` says that a card that stands is to be written anew (default).
 */
export async function refreshListing(
  tx: TxCtx,
  service: Pick<Service, 'serviceId' | 'sellerId'>,
  { changed = true }: { changed?: boolean } = {},
): Promise<void> {
  const { serviceId } = service;
  const { rows } = await sql<{ shown: boolean; listed: boolean }>`select
      s.state = 'published' and not s.away
        and (s.queue_limit is null or coalesce(q.running, 0) < s.queue_limit) as shown,
      exists (select from catalogue.service_cards c where c.service_id = s.id) as listed
    from catalogue.services s left join catalogue.queues q on q.service_id = s.id
    where s.id = ${serviceId}`.execute(tx.db);
  const { shown, listed } = rows[0] ?? { shown: false, listed: false };
  if (!shown && listed) {
    await sql`delete from catalogue.service_cards where service_id = ${serviceId}`.execute(tx.db);
    await recordFact(tx, serviceUnlisted, { serviceId });
  }
  if (!shown || (listed && !changed)) return;
  await putCard(tx, service);
  await recordFact(tx, listed ? serviceChanged : servicePublished, { serviceId });
}

async function putCard(tx: TxCtx, service: Pick<Service, 'serviceId' | 'sellerId'>): Promise<void> {
  const seller = (await memberCards(tx, [service.sellerId])).get(service.sellerId);
  const level = await standingOf(tx, service.sellerId);
  await sql`insert into catalogue.service_cards as card
      (service_id, number, title, leaf_key, group_key, price_minor, delivery_days, cover_file_id,
       seller_id, seller_name, seller_handle, seller_level,
       sales_count, rating_count, rating_hundredths, rating_score, published_at)
    select s.id, s.number, s.title, s.leaf_key, c.group_key, s.base_price_minor, s.delivery_days,
      (select g.file_id from catalogue.gallery g where g.service_id = s.id order by g.position limit 1),
      s.seller_id, ${seller?.displayName ?? ''}, ${seller?.handle ?? ''}, ${level},
      coalesce(f.sales_count, 0), coalesce(f.rating_count, 0), coalesce(f.rating_hundredths, 0),
      coalesce(f.rating_score, 0), s.published_at
    from catalogue.services s
      join catalogue.categories c on c.key = s.leaf_key
      left join catalogue.service_figures f on f.service_id = s.id
    where s.id = ${service.serviceId}
    on conflict (service_id) do update set title = excluded.title, leaf_key = excluded.leaf_key,
      group_key = excluded.group_key, price_minor = excluded.price_minor,
      delivery_days = excluded.delivery_days, cover_file_id = excluded.cover_file_id,
      seller_name = excluded.seller_name, seller_handle = excluded.seller_handle,
      seller_level = excluded.seller_level`.execute(tx.db);
}
