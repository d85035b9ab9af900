-- Custom offers (SPEC 4.4): a seller proposes scope, price and days to one buyer, who accepts by paying;
-- a buyer may ask for one first, and the seller agrees by offering.
create table checkout.order_requests (
  id uuid not null,
  conversation_id uuid not null,
  service_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  body text not null,
  wished_minor bigint,
  wished_days integer,
  state text collate "C" not null default 'open',
  reason text not null default '',
  asked_at timestamptz not null,
  settled_at timestamptz,
  constraint order_requests_pkey primary key (id),
  constraint request_has_two_sides check (buyer_id <> seller_id),
  constraint request_says_something check (length(body) between 1 and 5000),
  constraint request_reason_is_short check (length(reason) <= 500),
  constraint request_wish_is_a_sum check (wished_minor > 0),
  constraint request_wish_is_in_days check (wished_days between 1 and 90),
  constraint request_state_is_known check (state in ('open', 'offered', 'declined', 'withdrawn')),
  constraint request_is_settled_once check ((state = 'open') = (settled_at is null))
);
create unique index one_open_request_in_a_conversation on checkout.order_requests (conversation_id)
  where state = 'open';
create index requests_of_conversation on checkout.order_requests (conversation_id, asked_at desc);

create table checkout.offers (
  id uuid not null,
  conversation_id uuid not null,
  request_id uuid,
  service_id uuid not null,
  seller_id uuid not null,
  buyer_id uuid not null,
  form_key text collate "C" not null,
  title text not null,
  scope text not null,
  price_minor bigint not null,
  delivery_days integer not null,
  changes_included integer not null,
  asks_questions boolean not null,
  state text collate "C" not null default 'open',
  reason text not null default '',
  order_id uuid,
  offered_at timestamptz not null,
  stands_until timestamptz not null,
  reminded_at timestamptz,
  settled_at timestamptz,
  constraint offers_pkey primary key (id),
  constraint offer_form_is_sent_once unique (seller_id, form_key),
  constraint offer_answers_a_request foreign key (request_id) references checkout.order_requests (id),
  constraint offer_has_two_sides check (buyer_id <> seller_id),
  constraint offer_title_is_short check (length(title) between 1 and 80),
  constraint offer_says_its_scope check (length(scope) between 1 and 5000),
  constraint offer_reason_is_short check (length(reason) <= 500),
  constraint offer_price_is_positive check (price_minor > 0),
  constraint offer_takes_days check (delivery_days between 1 and 90),
  constraint offer_changes_are_few check (changes_included between 0 and 20),
  constraint offer_stands_a_while check (stands_until > offered_at),
  constraint offer_state_is_known
    check (state in ('open', 'accepted', 'declined', 'withdrawn', 'expired')),
  constraint offer_is_settled_once check ((state = 'open') = (settled_at is null)),
  constraint offer_accepted_is_an_order check ((state = 'accepted') = (order_id is not null))
);
create unique index offer_of_an_order on checkout.offers (order_id) where order_id is not null;
create index offers_of_conversation on checkout.offers (conversation_id, offered_at desc);
create index open_offers_by_end on checkout.offers (stands_until) where state = 'open';

grant select, insert on checkout.offers, checkout.order_requests to hirfa_app;
-- What was offered stays as it was offered; only its fate is written.
grant update (state, reason, order_id, reminded_at, settled_at) on checkout.offers to hirfa_app;
grant update (state, reason, settled_at) on checkout.order_requests to hirfa_app;

alter table checkout.purchases add column offer_id uuid;
alter table checkout.purchases add constraint purchase_is_of_an_offer
  foreign key (offer_id) references checkout.offers (id);

-- As checkout.buy, of an offer: whoever withdraws it at the same moment comes first or last, never both.
create function checkout.buy_offer(p_order jsonb, p_spend jsonb, p_offer uuid, p_at timestamptz)
  returns uuid language plpgsql set search_path to 'pg_catalog' as $$
declare
  v_order_id uuid := orders.open(p_order, p_at);
  v_key text := 'order:' || v_order_id;
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id, 'actor', p_spend ->> 'actor');
  v_spent record;
begin
  update checkout.offers set state = 'accepted', settled_at = p_at, order_id = v_order_id
    where id = p_offer and state = 'open' and stands_until > p_at
      and buyer_id = (p_order ->> 'buyer_id')::uuid and seller_id = (p_order ->> 'seller_id')::uuid
      and price_minor = (p_order ->> 'price_minor')::bigint;
  if not found then
    raise exception using errcode = 'CK003', message = 'the offer is not open';
  end if;
  v_spent := ledger.spend(
    (p_order ->> 'buyer_id')::uuid,
    (p_order ->> 'price_minor')::bigint,
    v_reserve || jsonb_build_object('id', p_spend ->> 'credit_transfer_id',
      'key', v_key || ':reserve-credit', 'kind', 'reserve_from_credit'),
    v_reserve || jsonb_build_object('id', p_spend ->> 'earned_transfer_id',
      'key', v_key || ':reserve-earned', 'kind', 'reserve_from_earned'),
    p_at);
  return v_order_id;
end $$;
revoke all on function checkout.buy_offer(jsonb, jsonb, uuid, timestamptz) from public;
grant execute on function checkout.buy_offer(jsonb, jsonb, uuid, timestamptz) to hirfa_app;
