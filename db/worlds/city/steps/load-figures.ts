import type pg from 'pg';

/** Of ratings: what a new service is given the benefit of, and how many such ratings (Bayes). */
const USUAL_HUNDREDTHS = 450;
const USUAL_WEIGHT = 8;

/**
 * Sales as counting each completed order leaves them, ratings of the buyers who gave one, the lists'
 * cards and, by their trigger, the counts behind the filters.
 */
export async function loadFigures(client: pg.Client): Promise<void> {
  await client.query(`insert into catalogue.counted_sales (order_id, service_id)
    select o.id, s.id from world.orders o join world.services s on s.number = o.service
    where o.completed is not null order by o.i`);
  await client.query(`insert into catalogue.service_figures
      (service_id, sales_count, rating_count, rating_hundredths, rating_score)
    select id, sales, ratings, case when ratings > 0 then average else 0 end,
      case when ratings > 0 then (100 * (${USUAL_HUNDREDTHS * USUAL_WEIGHT} + average * ratings))
        / (${USUAL_WEIGHT} + ratings) else 0 end
    from (
      select s.id, s.number, c.sales,
        floor(c.sales * (0.25 + 0.5 * world.chance(s.number, 100)) + world.chance(s.number, 101) * 0.6)::integer as ratings,
        s.rating_hundredths as average
      from world.services s
      join (select service, count(*)::integer as sales from world.orders
        where completed is not null group by 1) as c on c.service = s.number) as counted
    order by number`);
  await client.query(`insert into catalogue.service_cards (service_id, number, title, leaf_key, group_key,
      price_minor, delivery_days, cover_file_id, seller_id, seller_name, seller_handle, seller_level,
      sales_count, rating_count, rating_hundredths, rating_score, published_at)
    select s.id, s.number, s.title, s.leaf_key, c.group_key, s.price_minor, s.days, null, s.seller_id,
      m.display_name, m.handle, s.level, coalesce(f.sales_count, 0), coalesce(f.rating_count, 0),
      coalesce(f.rating_hundredths, 0), coalesce(f.rating_score, 0), world.at(s.published)
    from world.services s
    join catalogue.categories c on c.key = s.leaf_key
    join identity.members m on m.id = s.seller_id
    left join catalogue.service_figures f on f.service_id = s.id
    where s.state = 'published' order by s.number`);
}
