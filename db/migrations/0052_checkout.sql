-- The till: what a purchase is, in one round trip with the borders kept (docs/decisions/0003).

create schema checkout;
grant usage on schema checkout to hirfa_app;

-- Purchases that wait for a gateway's money. A purchase from balance needs no row: it is an order at once.
create table checkout.purchases (
  id uuid not null,
  buyer_id uuid not null,
  key text not null,
  service_id uuid not null,
  service_version integer not null,
  upgrade_ids uuid[] not null,
  quantity integer not null,
  price_minor bigint not null,
  from_balance_minor bigint not null,
  fee_minor bigint not null,
  payment_id uuid,
  state text not null,
  reason text,
  order_id uuid,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint purchases_pkey primary key (id),
  constraint purchase_is_started_once unique (buyer_id, key),
  constraint purchase_price_is_positive check (price_minor > 0),
  constraint purchase_quantity_is_positive check (quantity between 1 and 100),
  constraint purchase_uses_the_gateway check (from_balance_minor >= 0 and from_balance_minor < price_minor),
  constraint purchase_fee_is_not_negative check (fee_minor >= 0),
  constraint purchase_state_is_known check (state in ('waiting', 'placed', 'returned', 'given_up')),
  constraint placed_purchase_has_its_order check ((state = 'placed') = (order_id is not null)),
  constraint returned_purchase_says_why check ((state = 'returned') = (reason is not null)),
  constraint purchase_is_settled_when_not_waiting check ((state = 'waiting') = (settled_at is null))
);
create index purchases_of_buyer on checkout.purchases (buyer_id, created_at desc);
grant select, insert, update (payment_id, state, reason, order_id, settled_at) on checkout.purchases to hirfa_app;

-- Opens the order, makes sure that what is bought is still what was shown, and reserves its price
-- from the buyer's balance, credit first. All or nothing; nothing here waits for another purchase
-- but those of the same buyer. Refusals, told apart by SQLSTATE:
--   23505 on order_purchase_is_made_once   this purchase was made before: answer with its order
--   CK001                                  the service changed or is not sold now
--   LG001                                  not enough balance (see ledger.post)
-- p_order is that of orders.open. p_spend = {"credit_transfer_id", "earned_transfer_id", "actor"}.
create function checkout.buy(p_order jsonb, p_spend jsonb, p_at timestamptz) returns uuid
language plpgsql volatile set search_path = pg_catalog as $$
declare
  v_order_id uuid := orders.open(p_order, p_at);
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id, 'actor', p_spend ->> 'actor');
begin
  if not catalogue.is_sellable((p_order ->> 'service_id')::uuid, (p_order ->> 'service_version')::integer) then
    raise exception using errcode = 'CK001', message = 'the service changed or is not sold now';
  end if;
  perform ledger.spend(
    (p_order ->> 'buyer_id')::uuid,
    (p_order ->> 'price_minor')::bigint,
    v_reserve || jsonb_build_object('id', p_spend ->> 'credit_transfer_id',
      'key', 'order:' || v_order_id || ':reserve-credit', 'kind', 'reserve_from_credit'),
    v_reserve || jsonb_build_object('id', p_spend ->> 'earned_transfer_id',
      'key', 'order:' || v_order_id || ':reserve-earned', 'kind', 'reserve_from_earned'),
    p_at);
  return v_order_id;
end $$;
revoke all on function checkout.buy(jsonb, jsonb, timestamptz) from public;
grant execute on function checkout.buy(jsonb, jsonb, timestamptz) to hirfa_app;
