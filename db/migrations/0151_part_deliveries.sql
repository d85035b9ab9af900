-- Part-deliveries (SPEC 5.8): the seller may hand in a part while the work goes on. Parts and deliveries
-- are numbered apart, since changes are counted by whole deliveries. And beside whether machine help was
-- used (SPEC 5.6) stands what for.
alter table orders.deliveries
  add column part boolean not null default false,
  add column ai_note text not null default '';
alter table orders.deliveries drop constraint delivery_number_is_used_once;
alter table orders.deliveries
  add constraint delivery_number_is_used_once unique (order_id, part, number),
  add constraint part_deliveries_are_few check (not part or number <= 10),
  add constraint ai_note_is_short check (length(ai_note) <= 300 and (ai_used or ai_note = ''));

alter table orders.orders add column parts_delivered integer not null default 0;

-- An order of which only parts were handed in may end completed, when both agree on a part of the price.
create or replace function orders.judge_order() returns trigger
language plpgsql set search_path = pg_catalog as $$
declare
  v_broken text := case
    when new.state not in ('awaiting_requirements', 'in_progress', 'delivered', 'completed', 'closed',
      'cancelled', 'disputed') then 'order_state_is_known'
    when new.buyer_id = new.seller_id then 'nobody_buys_from_themselves'
    when not (new.price_minor > 0 and new.price_minor < 1000000000000) then 'order_price_is_positive'
    when not (new.fee_minor >= 0 and new.fee_minor < 1000000000000) then 'order_fee_is_not_negative'
    when new.refunded_minor not between 0 and new.price_minor then 'order_refund_is_of_the_price'
    when new.commission_bps not between 0 and 10000 then 'order_commission_is_a_share'
    when new.clearing_days not between 0 and 90 then 'order_clearing_is_in_days'
    when new.delivery_days not between 1 and 3650 then 'order_takes_a_day_at_least'
    when not (jsonb_typeof(new.items) = 'array' and new.items <> '[]'::jsonb) then 'order_items_are_listed'
    when jsonb_typeof(new.questions) <> 'array' then 'order_questions_are_listed'
    when new.changes_used not between 0 and new.changes_included then 'order_changes_stay_as_included'
    when new.extensions_asked < 0 then 'order_extensions_are_counted'
    when length(new.purchase_key) not between 1 and 200 then 'order_key_is_short'
    when new.state not in ('awaiting_requirements', 'cancelled')
      and (new.requirements_at is null or new.due_at is null) then 'work_starts_with_requirements'
    when new.state in ('delivered', 'completed', 'closed', 'disputed') and new.first_delivered_at is null
      then 'delivered_order_has_a_delivery'
    when new.state = 'delivered' and new.delivered_at is null then 'delivered_order_has_a_delivery'
    when new.parts_delivered not between 0 and 10 then 'order_parts_are_few'
    when new.state = 'delivered' and new.acceptance_ends_at is null then 'delivery_waits_until_an_instant'
    when new.state = 'disputed' and new.disputed_at is null then 'disputed_order_is_dated'
    when new.state in ('completed', 'closed') and new.completed_at is null then 'completed_order_is_dated'
    when (new.state = 'cancelled') <> (new.cancelled_at is not null) then 'cancelled_order_is_dated'
    when (new.state = 'closed') <> (new.closed_at is not null) then 'closed_order_is_dated'
  end;
begin
  if v_broken is not null then
    raise exception using errcode = '23514', schema = 'orders', table = 'orders', constraint = v_broken,
      message = format('order %s: %s', new.id, replace(v_broken, '_', ' '));
  end if;
  return new;
end $$;
