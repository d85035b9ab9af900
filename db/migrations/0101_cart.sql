-- The cart (SPEC 4.1): services of several sellers, paid at once, one order each.
create table checkout.cart_lines (
  member_id uuid not null,
  service_id uuid not null,
  upgrade_ids uuid[] not null,
  quantity smallint not null,
  price_minor bigint not null,
  delivery_days integer not null,
  added_at timestamptz not null,
  constraint cart_lines_pkey primary key (member_id, service_id),
  constraint cart_is_of_a_member foreign key (member_id) references identity.members (id),
  constraint cart_line_is_a_service foreign key (service_id) references catalogue.services (id),
  constraint cart_line_quantity_is_small check (quantity between 1 and 10),
  constraint cart_line_price_is_positive check (price_minor > 0),
  constraint cart_line_takes_a_day check (delivery_days >= 1)
);
create index cart_lines_of_service on checkout.cart_lines (service_id);
comment on column checkout.cart_lines.price_minor is 'As it was shown when it was added: a change is told.';
grant select, insert, update, delete on checkout.cart_lines to hirfa_app;

-- What was paid for at once: from the balance it is placed at once, through a gateway it waits for the
-- money, as checkout.purchases do. `lines` is what was shown: service, version, upgrades, price, days.
create table checkout.cart_purchases (
  id uuid not null,
  buyer_id uuid not null,
  key text not null,
  lines jsonb not null,
  price_minor bigint not null,
  from_balance_minor bigint not null,
  fee_minor bigint not null,
  payment_id uuid,
  state text not null,
  reason text,
  order_ids uuid[],
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint cart_purchases_pkey primary key (id),
  constraint cart_is_paid_once unique (buyer_id, key),
  constraint cart_purchase_has_lines check (jsonb_typeof(lines) = 'array' and lines <> '[]'::jsonb),
  constraint cart_purchase_price_is_positive check (price_minor > 0),
  constraint cart_purchase_shares_its_price check (from_balance_minor between 0 and price_minor),
  constraint cart_purchase_fee_is_not_negative check (fee_minor >= 0),
  constraint cart_purchase_state_is_known check (state in ('waiting', 'placed', 'returned', 'given_up')),
  constraint placed_cart_has_its_orders check ((state = 'placed') = (order_ids is not null)),
  constraint returned_cart_says_why check ((state = 'returned') = (reason is not null)),
  constraint cart_purchase_is_settled_when_not_waiting check ((state = 'waiting') = (settled_at is null))
);
create index cart_purchases_of_buyer on checkout.cart_purchases (buyer_id, created_at desc);
grant select, insert, update (payment_id, state, reason, order_ids, settled_at)
  on checkout.cart_purchases to hirfa_app;

-- Several purchases of one buyer, all or none, in one round trip; refusals are those of checkout.buy.
-- p_orders = [{"order": as orders.open takes it, "spend": as checkout.buy takes it}], by service id, so
-- that two carts wait for each other in one order.
create function checkout.buy_all(p_orders jsonb, p_at timestamptz) returns uuid[]
language plpgsql volatile set search_path = pg_catalog as $$
declare
  v_ids uuid[] := '{}';
  v_one jsonb;
begin
  for v_one in select value from jsonb_array_elements(p_orders) loop
    v_ids := v_ids || checkout.buy(v_one -> 'order', v_one -> 'spend', p_at);
  end loop;
  return v_ids;
end $$;
revoke all on function checkout.buy_all(jsonb, timestamptz) from public;
grant execute on function checkout.buy_all(jsonb, timestamptz) to hirfa_app;
