-- The birth of an order, once and in SQL: called inside the one round trip of a purchase and by the
-- TypeScript door openOrder. It takes decisions, it makes none: price, fee, commission, clearing and
-- the first reminder are passed in. It adds no job and notifies nobody; the fact is the outbox.
--
-- orders.open(p_order jsonb, p_at timestamptz) returns uuid   -- the order's id
--   p_order = {
--     "order_id": uuid, "fact_id": uuid, "code": "7F3K-92QD", "purchase_key": text,
--     "buyer_id": uuid, "seller_id": uuid, "service_id": uuid, "service_version": int, "title": text,
--     "items": [{"kind": "service"|"upgrade", "title", "unit_price_minor": int, "quantity": int,
--                "days_delta": int [, "upgrade_id": uuid]}],
--     "questions": [{"questionId", "kind": "text"|"choice"|"file", "label", "required" [, "choices"]}],
--     "price_minor": int, "fee_minor": int, "commission_bps": int, "clearing_days": int,
--     "delivery_days": int, "changes_included": int, "first_reminder_at": timestamptz }
-- The second purchase under the same key of the same buyer fails with unique_violation (23505) on
-- order_purchase_is_made_once: the caller then answers with the first order.
create function orders.open(p_order jsonb, p_at timestamptz) returns uuid
language plpgsql volatile set search_path = pg_catalog as $$
declare
  o record;
begin
  select * into o from jsonb_to_record(p_order) as t(order_id uuid, fact_id uuid, code text,
    purchase_key text, buyer_id uuid, seller_id uuid, service_id uuid, service_version integer, title text,
    items jsonb, questions jsonb, price_minor bigint, fee_minor bigint, commission_bps integer,
    clearing_days integer, delivery_days integer, changes_included integer,
    first_reminder_at timestamptz);

  insert into orders.orders (id, code, purchase_key, buyer_id, seller_id, service_id, service_version,
    title, items, questions, price_minor, fee_minor, commission_bps, clearing_days, delivery_days,
    changes_included, state, opened_at, moved_at)
  values (o.order_id, o.code, o.purchase_key, o.buyer_id, o.seller_id, o.service_id, o.service_version,
    o.title, o.items, o.questions, o.price_minor, o.fee_minor, o.commission_bps, o.clearing_days,
    o.delivery_days, o.changes_included, 'awaiting_requirements', p_at, p_at);

  with history as (
    insert into orders.history (order_id, at, actor, party, act, to_state)
    values (o.order_id, p_at, o.buyer_id::text, 'buyer', 'open', 'awaiting_requirements')
  ), timer as (
    insert into orders.timers (order_id, kind, anchor_at, due_at)
    values (o.order_id, 'requirements', p_at, o.first_reminder_at)
  )
  insert into platform.facts (id, kind, payload, at)
  values (o.fact_id, 'orders.order-opened', jsonb_build_object('orderId', o.order_id,
    'buyerId', o.buyer_id, 'sellerId', o.seller_id, 'serviceId', o.service_id), p_at);

  return o.order_id;
end $$;

revoke all on all functions in schema orders from public;
grant usage on schema orders to hirfa_app;
grant execute on function orders.open(jsonb, timestamptz) to hirfa_app;
grant select, insert on all tables in schema orders to hirfa_app;
grant update on orders.orders to hirfa_app;
grant update on orders.timers, orders.asks to hirfa_app;
