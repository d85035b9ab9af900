import { memberCards } from '#identity';
import type { TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { standingOf } from '#trust';
import { sql } from 'kysely';
import { serviceChanged, servicePublished, serviceUnlisted } from '../catalogue-facts.ts';
import { isListed, type Service } from '../service.ts';

/** Puts a published service on the lists, with the seller's name and level as they are now. */
export async function list(
  tx: TxCtx,
  service: Pick<Service, 'serviceId' | 'sellerId'>,
): Promise<void> {
  await putCard(tx, service);
  await recordFact(tx, servicePublished, { serviceId: service.serviceId });
}

/** Shows a listed service anew after its price, texts or pictures changed. */
export async function relist(
  tx: TxCtx,
  service: Pick<Service, 'serviceId' | 'sellerId' | 'state'>,
): Promise<void> {
  if (!isListed(service.state)) return;
  await putCard(tx, service);
  await recordFact(tx, serviceChanged, { serviceId: service.serviceId });
}

/** Takes a service off the lists; one that is on none stays so. */
export async function unlist(tx: TxCtx, service: Pick<Service, 'serviceId'>): Promise<void> {
  const { rows } = await sql`delete from catalogue.service_cards
    where service_id = ${service.serviceId} returning service_id`.execute(tx.db);
  if (rows.length > 0) await recordFact(tx, serviceUnlisted, { serviceId: service.serviceId });
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
