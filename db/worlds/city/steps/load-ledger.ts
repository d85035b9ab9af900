import type { CitySize } from '../city-size.ts';
import {
  accountNumbers,
  CLEARS_AT,
  COMMISSION_MINOR,
  type AccountNumbers,
  SELLER_MINOR,
} from './money-of-orders.ts';
import type { Loading } from './portions.ts';

/** Nothing of an order's money moves later than so many days after it was opened. */
const LONGEST_MS = 100 * 86_400_000;
/** Transfers are sorted in memory: about so many orders' at once. */
const SLICE = 250_000;

/** The accounts with the balances that the transfers come to. */
export async function loadAccounts(
  { client, now, progress }: Loading,
  size: CitySize,
): Promise<void> {
  const of = accountNumbers(size.members);
  await client.query(`insert into ledger.accounts (id, kind, holder, balance_minor, opened_at)
    overriding system value
    select n.id, n.kind, n.holder, null::bigint, world.at(b.at)
    from (values (${of.gateway}, 'gateway_clearing', 'sandbox'), (${of.commission}, 'commission', ''),
      (${of.fees}, 'fees', '')) as n(id, kind, holder)
    cross join (select min(at) as at from world.payments) as b`);
  await client.query(`insert into ledger.accounts (id, kind, holder, balance_minor, opened_at)
    overriding system value
    select ${of.credit('m.i')}, 'member_credit', m.id::text,
      p.amount - o.spent + o.returned, world.at(p.at)
    from (select buyer, sum(amount)::bigint as amount, min(at) as at from world.payments group by 1) as p
    join (select buyer, sum(price)::bigint as spent,
        coalesce(sum(price) filter (where cancelled is not null), 0)::bigint as returned
      from world.orders group by 1) as o on o.buyer = p.buyer
    join world.members m on m.i = p.buyer order by 1`);
  progress(0.3);
  await client.query(`insert into ledger.accounts (id, kind, holder, balance_minor, opened_at)
    overriding system value
    select a.id, a.kind, m.id::text, a.minor, world.at(a.at)
    from (
      select seller, min(completed) as first, min(clears) as cleared_first,
        coalesce(sum(minor) filter (where clears > ${now}), 0)::bigint as pending,
        coalesce(sum(minor) filter (where clears <= ${now}), 0)::bigint as earned
      from (select o.seller, o.completed, ${CLEARS_AT} as clears, ${SELLER_MINOR} as minor
        from world.orders o where o.completed is not null) as sold
      group by seller) as s
    join world.members m on m.i = s.seller
    cross join lateral (values (${of.pending('m.i')}, 'member_pending', s.pending, s.first),
      (${of.earned('m.i')}, 'member_earned', s.earned, s.cleared_first)) as a(id, kind, minor, at)
    where a.at <= ${now} order by 1`);
  progress(0.4);
  await client.query(`insert into ledger.accounts (id, kind, holder, balance_minor, opened_at)
    overriding system value
    select ${of.escrow('o.i')}, 'order_escrow', o.id::text,
      case when o.completed is null and o.cancelled is null then o.price else 0 end, world.at(o.opened)
    from world.orders o order by o.i`);
  await client.query(`select setval(pg_get_serial_sequence('ledger.accounts', 'id'),
    (select max(id) from ledger.accounts))`);
  progress(1);
}

/** Every transfer in the order of time, slice by slice. */
export async function loadTransfers(loading: Loading, size: CitySize): Promise<void> {
  const { client, orders, now, progress } = loading;
  const of = accountNumbers(size.members);
  const slices = Math.max(1, Math.round(orders / SLICE));
  const { rows } = await client.query<{ opened: string }>(
    `select opened from world.orders where i = any($1::bigint[]) order by i`,
    [Array.from({ length: slices - 1 }, (_, at) => Math.round(((at + 1) * orders) / slices))],
  );
  const ends = [...rows.map(({ opened }) => Number(opened)), now];
  let from = 0;
  for (const [at, to] of ends.entries()) {
    await client.query(slice(of, { from, to }));
    from = to;
    progress((at + 1) / ends.length);
  }
}

/** The transfers after `from` up to `to`, milliseconds. */
function slice(of: AccountNumbers, { from, to }: { from: number; to: number }): string {
  const key = (name: string) => `'order:' || o.id || ':${name}'`;
  return `insert into ledger.transfers
      (debit_account_id, credit_account_id, amount_minor, at, id, order_id, payment_id, kind, key, actor)
    select t.debit, t.credit, t.minor, world.at(t.at), world.uuid(t.at, t.i, t.salt), t.order_id,
      t.payment_id, t.kind, t.key, t.actor
    from (
      select t.*, null::uuid as payment_id, o.i, o.id as order_id
      from world.orders o
      cross join lateral (values
        (1, o.opened, ${of.credit('o.buyer')}, ${of.escrow('o.i')}, o.price, 'reserve_from_credit',
          ${key('reserve-credit')}, o.buyer_id::text, 90),
        (2, o.completed, ${of.escrow('o.i')}, ${of.pending('o.seller')}, ${SELLER_MINOR}, 'release_to_seller',
          ${key('release-to-seller')}, case when o.by_clock then 'system:orders.clock' else o.buyer_id::text end, 91),
        (3, o.completed, ${of.escrow('o.i')}, ${of.commission}, ${COMMISSION_MINOR}, 'commission',
          ${key('commission')}, case when o.by_clock then 'system:orders.clock' else o.buyer_id::text end, 92),
        (4, ${CLEARS_AT}, ${of.pending('o.seller')}, ${of.earned('o.seller')}, ${SELLER_MINOR}, 'clearing',
          ${key('clearing')}, 'system:wallet.sweep-clearings', 93),
        (5, o.cancelled, ${of.escrow('o.i')}, ${of.credit('o.buyer')}, o.price, 'refund_to_credit',
          ${key('refund-to-credit')}, case when o.fate in (2, 5) then 'system:orders.clock'
            else o.buyer_id::text end, 94)
      ) as t(n, at, debit, credit, minor, kind, key, actor, salt)
      where o.opened > ${from - LONGEST_MS} and o.opened <= ${to + 1_200_000}
        and t.at > ${from} and t.at <= ${to}
      union all
      select t.*, p.id, p.i, null
      from world.payments p
      join world.members b on b.i = p.buyer
      cross join lateral (values
        (6, p.at, ${of.gateway}, ${of.credit('p.buyer')}, p.amount, 'top_up', 'payment:' || p.id || ':top-up',
          b.id::text, 95),
        (7, p.at, ${of.gateway}, ${of.fees}, p.fee, 'top_up_fee', 'payment:' || p.id || ':fee',
          b.id::text, 96)
      ) as t(n, at, debit, credit, minor, kind, key, actor, salt)
      where p.at > ${from} and p.at <= ${to}
    ) as t
    order by t.at, t.i, t.n`;
}
