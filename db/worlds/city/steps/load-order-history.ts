import { MORE_DAYS, type OrderTexts } from './load-orders.ts';
import { byPortions, type Loading } from './portions.ts';

/** The history of every order: each act as the table of moves wrote it, in the order they happened. */
export async function loadOrderHistory(loading: Loading, texts: OrderTexts): Promise<void> {
  const delivery = (number: number) =>
    `'{"number": ${number}, "files": 0, "aiUsed": false}'::jsonb`;
  await byPortions(loading, {
    text: `insert into orders.history (order_id, at, actor, party, act, from_state, to_state, details)
      select o.id, world.at(h.at), case h.party when 'buyer' then o.buyer_id::text
          when 'seller' then o.seller_id::text
          else 'system:orders.clock' end, h.party, h.act, h.from_state, h.to_state, h.details
      from world.orders o
      cross join lateral (select ($3::text[])[world.zipf(world.chance(o.i, 54),
        cardinality($3::text[]))] as words) as reason
      cross join lateral (values
        (o.opened, 'buyer', 'open', null, 'awaiting_requirements', null::jsonb),
        (o.given, 'buyer', 'give_requirements', 'awaiting_requirements', 'in_progress', null),
        (o.spoke, 'seller', 'speak', case when o.given < o.spoke then 'in_progress' else 'awaiting_requirements' end,
          case when o.given < o.spoke then 'in_progress' else 'awaiting_requirements' end, null),
        (o.asked_more, 'seller', 'ask_extension', 'in_progress', 'in_progress',
          jsonb_build_object('reason', reason.words, 'days', ${MORE_DAYS})),
        (o.got_more, 'buyer', 'agree_extension', 'in_progress', 'in_progress', null),
        (o.delivered, 'seller', 'deliver', 'in_progress', 'delivered', ${delivery(1)}),
        (o.changed, 'buyer', 'ask_change', 'delivered', 'in_progress', '{"number": 1}'),
        (o.redelivered, 'seller', 'deliver', 'in_progress', 'delivered', ${delivery(2)}),
        (o.asked_end, case when o.end_by_seller then 'seller' else 'buyer' end, 'ask_cancellation',
          'in_progress', 'in_progress', jsonb_build_object('reason', reason.words)),
        (o.completed, case when o.by_clock then 'clock' else 'buyer' end,
          case when o.by_clock then 'acceptance_time_over' else 'accept' end, 'delivered', 'completed', null),
        (o.cancelled,
          case when o.fate in (2, 5) then 'clock' when o.fate = 3 and not o.end_by_seller then 'seller' else 'buyer' end,
          case o.fate when 2 then 'requirements_time_over' when 3 then 'agree_cancellation'
            when 5 then 'late_time_over' else 'cancel' end,
          case when o.fate in (1, 2) then 'awaiting_requirements' else 'in_progress' end, 'cancelled', null),
        (o.closed, 'clock', 'close', 'completed', 'closed', null)
      ) as h(at, party, act, from_state, to_state, details)
      where o.i between $1 and $2 and h.at is not null order by o.i, h.at`,
    values: [texts.reasons],
  });
}
