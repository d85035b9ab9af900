import { config } from '#config';
import { CLEARS_AT, SELLER_MINOR } from './money-of-orders.ts';
import type { Loading } from './portions.ts';

/** Half of a buyer's purchases are the first of a new top-up; it lasts until the next. */
const TOP_UP_SHARE = 0.5;

/**
 * What buyers topped up: each time enough for the purchases until the next, some with a little more, so
 * that at no instant anybody spends what they have not. The fee is the buyer's fee of the rules.
 */
export async function loadPayments({ client, progress, now }: Loading): Promise<void> {
  const fee = config.rules['fee.buyer'];
  await client.query(`create unlogged table world.payments as
    select i, buyer, amount, at, world.uuid(at, i, 80) as id,
      least(greatest((amount * ${fee.bps} + 5000) / 10000, ${fee.minMinor}), ${fee.maxMinor})::bigint as fee
    from (
      select min(i) as i, buyer, min(opened) - 600000 as at,
        sum(price)::bigint + case when world.chance(min(i), 81) < 0.3
          then 500 * (1 + floor(world.chance(min(i), 82) * 6))::bigint else 0 end as amount
      from (
        select i, buyer, opened, price, sum(starts) over (partition by buyer order by opened, i) as turn
        from (select i, buyer, opened, price, case when world.chance(i, 83) < ${TOP_UP_SHARE}
            or row_number() over (partition by buyer order by opened, i) = 1 then 1 else 0 end as starts
          from world.orders) as begun
      ) as turns
      group by buyer, turn) as summed`);
  progress(0.5);
  await client.query(`insert into wallet.payments (id, member_id, gateway, purpose, amount_minor,
      fee_minor, state, key, description, created_at, expires_at, settled_at)
    select p.id, m.id, 'sandbox', 'top_up', p.amount, p.fee, 'confirmed', 'world:' || p.i, '',
      world.at(p.at - 120000), world.at(p.at + 7080000), world.at(p.at)
    from world.payments p join world.members m on m.i = p.buyer order by p.at`);
  await client.query('create index on world.payments (at); analyze world.payments');
  progress(0.8);
  await client.query(
    `insert into wallet.clearings (order_id, member_id, amount_minor, earned_at, clears_at, cleared_at)
    select o.id, o.seller_id, ${SELLER_MINOR}, world.at(o.completed), world.at(${CLEARS_AT}),
      case when ${CLEARS_AT} <= $1::bigint then world.at(${CLEARS_AT}) end
    from world.orders o where o.completed is not null order by o.i`,
    [now],
  );
  progress(1);
}
