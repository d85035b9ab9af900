-- Paid additions to a running order (SPEC 5.8): an upgrade of its service, or an extra that the seller
-- proposes and the buyer pays for. What was bought still stays as it was bought; the order may only grow
-- by a line that was paid, and the database counts it.
create table orders.additions (
  id uuid not null,
  order_id uuid not null,
  -- The proposal that was accepted; an upgrade needs none.
  ask_id uuid,
  upgrade_id uuid,
  title text not null,
  note text not null,
  price_minor bigint not null,
  days integer not null,
  at timestamptz not null,
  constraint additions_pkey primary key (id),
  constraint addition_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint addition_is_of_a_proposal foreign key (ask_id) references orders.asks (id),
  constraint proposal_is_paid_once unique (ask_id),
  constraint upgrade_is_added_once unique (order_id, upgrade_id),
  constraint addition_is_an_upgrade_or_an_extra check ((ask_id is null) <> (upgrade_id is null)),
  constraint addition_has_a_title check (length(title) between 1 and 100),
  constraint addition_note_is_not_too_long check (length(note) <= 2000),
  constraint addition_price_is_positive check (price_minor > 0 and price_minor < 1000000000000),
  constraint addition_takes_days check (days between 0 and 3650)
);
create index additions_of_order on orders.additions (order_id);
create trigger additions_are_append_only before update or delete or truncate on orders.additions
  for each statement execute function orders.refuse_change();
grant select, insert on orders.additions to hirfa_app;

-- The proposal is one more question of one side.
alter table orders.asks add column title text;
alter table orders.asks drop constraint ask_kind_is_known;
alter table orders.asks drop constraint ask_for_time_names_days;
alter table orders.asks drop constraint ask_for_a_refund_names_a_sum;
alter table orders.asks drop constraint ask_has_a_reason;
alter table orders.asks
  add constraint ask_kind_is_known check (kind in ('extension', 'cancellation', 'refund', 'addition')),
  add constraint ask_for_time_names_days check ((kind in ('extension', 'addition')) = (days is not null)
    and days between (case when kind = 'extension' then 1 else 0 end) and 30),
  add constraint ask_for_a_sum_names_it check (
    (kind in ('refund', 'addition')) = (amount_minor is not null) and amount_minor > 0),
  add constraint ask_for_an_addition_has_a_title check (
    (kind = 'addition') = (title is not null) and length(title) between 1 and 100),
  add constraint ask_has_a_reason check (length(reason) <= 2000 and (kind = 'addition' or reason <> ''));

alter table orders.timers drop constraint timer_kind_is_known;
alter table orders.timers add constraint timer_kind_is_known check (kind in ('requirements', 'first_word',
  'delivery', 'acceptance', 'extension', 'cancellation', 'guarantee', 'refund', 'dispute_answer',
  'dispute_proposal', 'dispute_acceptance', 'dispute_appeal', 'addition'));

-- What was bought stays as it was bought; the price and the lines are now judged row by row.
drop trigger bought_stays_as_bought on orders.orders;
create trigger bought_stays_as_bought
  before update of id, code, purchase_key, buyer_id, seller_id, service_id, service_version, title,
    questions, fee_minor, commission_bps, clearing_days, opened_at on orders.orders
  for each statement execute function orders.refuse_change();

create function orders.judge_growth() returns trigger
language plpgsql set search_path = pg_catalog as $$
declare
  v_line jsonb := new.items -> -1;
begin
  if new.items - -1 is distinct from old.items
    or jsonb_array_length(new.items) <> jsonb_array_length(old.items) + 1
    or not exists (select from orders.additions a
      where a.id = (v_line ->> 'addition_id')::uuid and a.order_id = new.id
        and a.price_minor = (v_line ->> 'unit_price_minor')::bigint
        and a.price_minor = new.price_minor - old.price_minor)
  then
    raise exception using errcode = '23514', schema = 'orders', table = 'orders',
      constraint = 'order_grows_by_what_was_added',
      message = format('UPDATE on orders.orders is refused: order %s grows only by what was added', new.id);
  end if;
  return new;
end $$;
create trigger order_grows_by_what_was_added before update of items, price_minor on orders.orders
  for each row execute function orders.judge_growth();

-- Adds a line to an order and pays for it from the buyer's balance, in one statement: the line, the
-- price and the escrow grow together or not at all. It takes decisions, it makes none: who may, when and
-- for how much was judged with the order locked.
--   p_addition = {"id", "order_id", "ask_id", "upgrade_id", "title", "note", "price_minor", "days",
--                 "item": the line as orders.open takes it, with "addition_id"}
--   p_spend = {"credit_transfer_id", "earned_transfer_id", "actor"}
create function orders.pay_addition(p_addition jsonb, p_spend jsonb, p_at timestamptz) returns void
language plpgsql volatile set search_path = pg_catalog as $$
declare
  v_order_id uuid := (p_addition ->> 'order_id')::uuid;
  v_price_minor bigint := (p_addition ->> 'price_minor')::bigint;
  v_key text := format('order:%s:addition:%s', v_order_id, p_addition ->> 'id');
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id,
    'actor', p_spend ->> 'actor');
  v_buyer_id uuid;
  v_spent record;
begin
  insert into orders.additions (id, order_id, ask_id, upgrade_id, title, note, price_minor, days, at)
  values ((p_addition ->> 'id')::uuid, v_order_id, (p_addition ->> 'ask_id')::uuid,
    (p_addition ->> 'upgrade_id')::uuid, p_addition ->> 'title', p_addition ->> 'note', v_price_minor,
    (p_addition ->> 'days')::integer, p_at);

  update orders.orders set price_minor = price_minor + v_price_minor,
    items = items || jsonb_build_array(p_addition -> 'item')
  where id = v_order_id returning buyer_id into strict v_buyer_id;

  v_spent := ledger.spend(v_buyer_id, v_price_minor,
    v_reserve || jsonb_build_object('id', p_spend ->> 'credit_transfer_id',
      'key', v_key || ':reserve-credit', 'kind', 'reserve_from_credit'),
    v_reserve || jsonb_build_object('id', p_spend ->> 'earned_transfer_id',
      'key', v_key || ':reserve-earned', 'kind', 'reserve_from_earned'),
    p_at);
end $$;
revoke all on function orders.pay_addition(jsonb, jsonb, timestamptz) from public;
grant execute on function orders.pay_addition(jsonb, jsonb, timestamptz) to hirfa_app;
