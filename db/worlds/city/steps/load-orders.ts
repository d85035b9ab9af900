import { config } from '#config';
import { byPortions, type Loading } from './portions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days a seller asks for more; hours a change may take at least. */
export const MORE_DAYS = 2;
const CHANGE_HOURS = 72;

/** What people wrote in their orders. */
export interface OrderTexts {
  notes: readonly string[];
  changes: readonly string[];
  reasons: readonly string[];
}

/** When the work is due, as the last act left it; of a row of world.orders. */
export const DUE_AT = `greatest(o.given + o.days * ${DAY}::bigint
  + case when o.got_more is not null then ${MORE_DAYS * DAY} else 0 end, o.changed + ${CHANGE_HOURS * HOUR})`;

/** The rows of orders as their last act left them. */
export async function loadOrderRows(loading: Loading): Promise<void> {
  const clock = config.rules['order.acceptance'].completeAfterHours * HOUR;
  const letter = (place: number) =>
    `substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + ((c.n >> ${place * 5}) & 31)::integer, 1)`;
  const code = [7, 6, 5, 4].map(letter).join(' || ');
  const rest = [3, 2, 1, 0].map(letter).join(' || ');
  await byPortions(loading, {
    text: `insert into orders.orders (id, code, purchase_key, buyer_id, seller_id, service_id,
        service_version, title, items, questions, price_minor, fee_minor, commission_bps, clearing_days,
        delivery_days, changes_included, state, version, opened_at, moved_at, requirements_at,
        seller_spoke_at, due_at, first_delivered_at, delivered_at, acceptance_ends_at, prolonged,
        changes_used, extensions_asked, completed_at, cancelled_at, closed_at)
      select o.id, ${code} || '-' || ${rest}, 'world:' || o.i, o.buyer_id, o.seller_id, s.id, 2, s.title,
        f.items, s.questions, o.price, 0, o.bps, o.clearing, o.days, o.changes,
        case when o.cancelled is not null then 'cancelled' when o.closed is not null then 'closed'
          when o.completed is not null then 'completed' when o.redelivered is not null then 'delivered'
          when o.changed is not null then 'in_progress' when o.delivered is not null then 'delivered'
          when o.given is not null then 'in_progress' else 'awaiting_requirements' end,
        1 + num_nonnulls(o.given, o.spoke, o.asked_more, o.got_more, o.delivered, o.changed,
          o.redelivered, o.asked_end, o.completed, o.cancelled, o.closed),
        world.at(o.opened), world.at(greatest(o.opened, o.given, o.spoke, o.asked_more, o.got_more,
          o.delivered, o.changed, o.redelivered, o.asked_end, o.completed, o.cancelled, o.closed)),
        world.at(o.given), world.at(coalesce(o.spoke, o.asked_more, o.delivered)),
        world.at(case when o.given is not null then ${DUE_AT} end), world.at(o.delivered),
        world.at(coalesce(o.redelivered, o.delivered)),
        world.at(coalesce(o.redelivered, o.delivered) + ${clock}), false,
        num_nonnulls(o.changed), num_nonnulls(o.asked_more), world.at(o.completed),
        world.at(o.cancelled), world.at(o.closed)
      from world.orders o
      join world.services s on s.number = o.service
      join world.offers f on f.number = o.service and f.variant = o.variant
      cross join lateral (select (o.i * 412316860441) & ${2n ** 40n - 1n} as n) as c
      where o.i between $1 and $2 order by o.i`,
  });
}

/** What the acts wrote beside: requirements, deliveries, changes asked for, questions to agree. */
export async function loadOrderActs(loading: Loading, texts: OrderTexts): Promise<void> {
  const { client } = loading;
  await client.query(`create unlogged table world.answers as
    select number, (select jsonb_agg((q.value - 'required' - 'choices')
        || jsonb_build_object('text', coalesce(answers ->> (q.ordinality - 1)::integer, ''))
        order by q.ordinality)
      from jsonb_array_elements(questions) with ordinality as q) as answers
    from world.services where weight > 0`);
  await client.query('create unique index on world.answers (number)');
  await byPortions(loading, {
    text: `insert into orders.requirements (order_id, answers, note, at)
      select o.id, a.answers, '', world.at(o.given) from world.orders o
      join world.answers a on a.number = o.service
      where o.i between $1 and $2 and o.given is not null order by o.i`,
  });
  await byPortions(loading, {
    text: `insert into orders.deliveries (id, order_id, number, note, ai_used, at)
      select world.uuid(d.at, o.i, 50 + d.number), o.id, d.number,
        ($3::text[])[world.zipf(world.chance(o.i, 50 + d.number), cardinality($3::text[]))], false,
        world.at(d.at)
      from world.orders o cross join lateral (values (1, o.delivered), (2, o.redelivered)) as d(number, at)
      where o.i between $1 and $2 and d.at is not null order by o.i, d.number`,
    values: [texts.notes],
  });
  await client.query(
    `insert into orders.change_requests (id, order_id, number, body, at)
     select world.uuid(o.changed, o.i, 53), o.id, 1,
       ($1::text[])[world.zipf(world.chance(o.i, 53), cardinality($1::text[]))], world.at(o.changed)
     from world.orders o where o.changed is not null order by o.i`,
    [texts.changes],
  );
  await loadAsks(loading, texts);
}

async function loadAsks({ client }: Loading, texts: OrderTexts): Promise<void> {
  const answer = {
    extension: config.rules['order.extension'].answerHours * HOUR,
    cancellation: config.rules['order.cancellation'].answerHours * HOUR,
  };
  await client.query(
    `insert into orders.asks (id, order_id, kind, asked_by, reason, days, asked_at, answer_by, outcome, ended_at)
     select world.uuid(a.at, o.i, a.salt), o.id, a.kind, a.side, world_reason.words, a.days, world.at(a.at),
       world.at(a.at + a.answer), case when a.ended is not null then 'agreed' end, world.at(a.ended)
     from world.orders o
     cross join lateral (values
       ('extension', 'seller', ${MORE_DAYS}, o.asked_more, o.got_more, ${answer.extension}, 54),
       ('cancellation', case when o.end_by_seller then 'seller' else 'buyer' end, null, o.asked_end,
         o.cancelled, ${answer.cancellation}, 55)
     ) as a(kind, side, days, at, ended, answer, salt)
     cross join lateral (select ($1::text[])[world.zipf(world.chance(o.i, 54),
       cardinality($1::text[]))] as words) as world_reason
     where a.at is not null order by o.i, a.at`,
    [texts.reasons],
  );
}
