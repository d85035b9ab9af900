import { config } from '#config';
import type pg from 'pg';
import { upgradeId } from './load-services.ts';
import {
  type CitySize,
  joiningSpan,
  MEMBER_GROWTH,
  ORDER_DAYS,
  ORDER_GROWTH,
} from '../city-size.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Rows are planned in portions, so that progress shows. */
const PORTION = 250_000;

/**
 * What is sold, in the order it was published, with running sums of how much each is asked for; and
 * the four ways to buy each: bare, with its first upgrade, its second, both.
 */
export async function openShop(client: pg.Client): Promise<void> {
  const bps = config.rules['fee.seller-bps'];
  const clearing = config.rules['clearing.days'];
  const byLevel = (values: Readonly<Record<string, number>>) =>
    `case level ${Object.entries(values)
      .map(([level, value]) => `when '${level}' then ${value}`)
      .join(' ')} end`;
  await client.query(`
    create unlogged table world.shop as
      select number, member, published, changes, ${byLevel(bps)} as bps, ${byLevel(clearing)} as clearing,
        sum(weight) over (order by published, number) as reach
      from world.services where weight > 0 order by published, number;
    create index on world.shop (published, reach);
    create index on world.shop (reach);
    analyze world.shop;

    create unlogged table world.offers as
      select s.number, v.variant, s.price_minor + coalesce(u.price_minor, 0)::bigint as price_minor,
        greatest(1, s.days + coalesce(u.days, 0))::smallint as days,
        jsonb_build_array(jsonb_build_object('kind', 'service', 'title', s.title, 'unit_price_minor',
          s.price_minor, 'quantity', 1, 'days_delta', s.days)) || coalesce(u.items, '[]') as items
      from world.services s
      cross join generate_series(0, 3) as v(variant)
      cross join lateral (
        select sum((u.value ->> 'priceMinor')::bigint)::bigint as price_minor,
          sum((u.value ->> 'daysDelta')::integer) as days,
          jsonb_agg(jsonb_build_object('kind', 'upgrade', 'title', u.value -> 'title',
            'unit_price_minor', u.value -> 'priceMinor', 'quantity', 1, 'days_delta', u.value -> 'daysDelta',
            'upgrade_id', ${upgradeId('s', 'u.ordinality')}) order by u.ordinality) as items
        from jsonb_array_elements(s.upgrades) with ordinality as u
        where u.ordinality <= 2 and v.variant & (1 << (u.ordinality - 1)::integer) <> 0) as u
      where s.weight > 0;
    create unique index on world.offers (number, variant);
    analyze world.offers;

    create unlogged table world.orders (i bigint, id uuid, service integer, variant smallint,
      buyer integer, seller integer, buyer_id uuid, seller_id uuid,
      price bigint, bps smallint, clearing smallint, days smallint,
      changes smallint, fate smallint, by_clock boolean, opened bigint, given bigint, spoke bigint,
      asked_more bigint, got_more bigint, delivered bigint, changed bigint, redelivered bigint,
      asked_end bigint, end_by_seller boolean, completed bigint, cancelled bigint, closed bigint);`);
}

/**
 * The life of every order up to `now`: who bought what, and when each act happened. Instants are
 * milliseconds; what lies after `now` has not happened.
 */
export async function planOrders(
  client: pg.Client,
  of: { size: CitySize; now: number; progress: (share: number) => void },
): Promise<void> {
  const { size, now } = of;
  for (let from = 1; from <= size.orders; from += PORTION) {
    const to = Math.min(size.orders, from + PORTION - 1);
    await client.query(portion(size, { now, from, to }));
    of.progress(to / size.orders);
  }
  await client.query('create unique index on world.orders (i); analyze world.orders');
}

function portion(size: CitySize, of: { now: number; from: number; to: number }): string {
  const { now } = of;
  const happened = (name: string) => `case when ${name} <= ${now} then ${name} end as ${name}`;
  return `insert into world.orders
    select lived.i, world.uuid(opened, lived.i, 30), service, variant, buyer, seller, b.id, s.id, price, bps, clearing, days,
      changes, fate, by_clock, opened, ${happened('given')}, ${happened('spoke')},
      ${happened('asked_more')}, ${happened('got_more')}, ${happened('delivered')},
      ${happened('changed')}, ${happened('redelivered')}, ${happened('asked_end')}, end_by_seller,
      ${happened('completed')}, ${happened('cancelled')},
      case when completed + ${config.rules['order.guarantee-days'] * DAY} <= ${now}
        then completed + ${config.rules['order.guarantee-days'] * DAY} end
    from (${lived(bought(size, of))}) as lived
    join world.members b on b.i = lived.buyer
    join world.members s on s.i = lived.seller
    order by lived.i`;
}

/** Who bought what at which instant: more and more as time goes on, popular services more often. */
function bought(size: CitySize, of: { now: number; from: number; to: number }): string {
  const { now, from, to } = of;
  const { from: joiningFrom, span } = joiningSpan(now);
  const grown = `(ln(1 + (i - 0.5::float8) / ${size.orders} * (exp(${ORDER_GROWTH}::float8) - 1)) / ${ORDER_GROWTH})`;
  const joined = `greatest(1, floor(${size.members} * (exp(${MEMBER_GROWTH}::float8
    * least(1, (opened - ${DAY}::bigint - ${joiningFrom})::float8 / ${span})) - 1) / (exp(${MEMBER_GROWTH}::float8) - 1)))`;
  return `
    select b.i, b.opened, s.number as service, v.variant, s.member as seller, s.bps, s.clearing,
      s.changes, o.price_minor as price, o.days,
      case when b.wished <> s.member then b.wished when b.wished > 1 then b.wished - 1 else 2 end as buyer
    from (
      select i, opened, (1 + floor(${joined} * power(world.chance(i, 31), 1.6)))::integer as wished
      from (
        select i, (${now - ORDER_DAYS * DAY} + ${ORDER_DAYS * DAY}::float8 * ${grown}
          - 1200000 * world.chance(i, 32))::bigint as opened
        from generate_series(${from}::bigint, ${to}) as i) as opening) as b
    cross join lateral (select reach from world.shop where published < b.opened
      order by published desc, reach desc limit 1) as reached
    cross join lateral (select * from world.shop
      where reach > world.chance(b.i, 33) * reached.reach order by reach limit 1) as s
    cross join lateral (select case when u < 0.6 then 0 when u < 0.82 then 1 when u < 0.93 then 2
      else 3 end as variant from (select world.chance(b.i, 34) as u) as c) as v
    join world.offers o on o.number = s.number and o.variant = v.variant`;
}

/**
 * What became of each. Fates: 0 completed, 1 cancelled by the buyer at once, 2 no requirements came,
 * 3 cancelled by agreement, 4 by the buyer for lateness, 5 by the clock after a week late.
 */
function lived(orders: string): string {
  const clock = config.rules['order.acceptance'].completeAfterHours * HOUR;
  const at = (salt: number) => `world.chance(i, ${salt})`;
  const within = (milliseconds: number, salt: number) => `(${milliseconds} * ${at(salt)})::bigint`;
  const steps = [
    `${at(35)} as f`,
    `case when f < 0.025 then 1 when f < 0.04 then 2 when f < 0.06 then 3
      when f < 0.07 then 4 when f < 0.074 then 5 else 0 end as fate`,
    `case when fate not in (1, 2)
        then opened + 180000 + least(world.wait(${at(36)}, ${5 * HOUR}.0), ${46 * HOUR}) end as given,
      case when ${at(37)} < 0.62
        then opened + 240000 + world.wait(${at(38)}, ${4 * HOUR}.0) end as planned_word,
      ${at(39)} < 0.22 as by_clock, ${at(48)} < 0.6 as end_by_seller`,
    `given + days * ${DAY}::bigint as due,
      case when fate = 0 and days >= 2 and ${at(40)} < 0.03
        then given + (days * ${DAY}::bigint * 0.75)::bigint end as asked_more,
      case fate when 3 then given + ${HOUR} + (days * ${DAY}::bigint * 0.5 * ${at(41)})::bigint end
        as asked_end`,
    `case when fate > 0 then null
        when asked_more is not null then due + ${within(40 * HOUR, 42)}
        else given + (days * ${DAY}::bigint * (0.12 + 0.93 * power(${at(42)}, 0.8)))::bigint end
        as delivered,
      asked_more + ${HOUR} + ${within(9 * HOUR, 41)} as got_more`,
    `case when fate = 0 and ${at(45)} < 0.14 and changes > 0
        then delivered + 1800000 + ${within(40 * HOUR, 44)} end as changed`,
    `changed + ${3 * HOUR} + ${within(50 * HOUR, 46)} as redelivered`,
    `coalesce(redelivered, delivered) as last,
      case fate when 1 then opened + 600000 + ${within(40 * HOUR, 43)}
        when 2 then opened + ${config.rules['order.requirements'].cancelAfterHours * HOUR}
        when 3 then asked_end + 1800000 + ${within(20 * HOUR, 43)}
        when 4 then due + ${25 * HOUR} + ${within(48 * HOUR, 43)}
        when 5 then due + ${config.rules['order.late'].cancelAfterDays * DAY} end as cancelled`,
    `case when fate > 0 then null when by_clock then last + ${clock}
        else last + 600000 + least(world.wait(${at(47)}, ${14 * HOUR}.0), ${70 * HOUR}) end as completed,
      case when planned_word < least(cancelled, asked_end, asked_more, delivered)
        then planned_word end as spoke`,
  ];
  // Without the offset PostgreSQL would put each step into the next, and count all of them again and again.
  return steps.reduce(
    (before, step) => `select *, ${step} from (${before} offset 0) as before`,
    orders,
  );
}
