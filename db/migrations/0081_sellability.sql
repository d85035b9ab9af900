-- What keeps a published service off the lists for a while (SPEC 2.6): a full queue, a holiday of its
-- seller, or a queue of nobody. Figures stay, so it comes back to its rank.
alter table catalogue.services
  add column queue_limit smallint,
  add column away boolean not null default false,
  add constraint service_queue_limit_is_small check (queue_limit between 0 and 100);
comment on column catalogue.services.queue_limit is 'At most so many orders at work at a time; null: any number; 0: hidden and not sold.';
comment on column catalogue.services.away is 'Its seller is on holiday: kept by the holiday, so that a purchase reads one row.';

-- Only services with a limit have a row. It counts by the facts of orders, for lists and pages; purchases
-- of such a service lock it and count the orders themselves.
create table catalogue.queues (
  service_id uuid not null,
  running integer not null default 0,
  constraint queues_pkey primary key (service_id),
  constraint queue_service_exists foreign key (service_id) references catalogue.services (id),
  constraint queue_is_never_negative check (running >= 0)
);
grant select, insert, update, delete on catalogue.queues to hirfa_app;

-- One row a holiday; the open one is the timer of the return.
create table catalogue.holidays (
  id uuid not null,
  seller_id uuid not null,
  started_at timestamptz not null,
  returns_at timestamptz not null,
  ended_at timestamptz,
  constraint holidays_pkey primary key (id),
  constraint holiday_seller_exists foreign key (seller_id) references identity.members (id),
  constraint holiday_ends_after_it_began check (returns_at > started_at)
);
create unique index open_holiday_is_one on catalogue.holidays (seller_id) where ended_at is null;
create index holidays_ending on catalogue.holidays (returns_at) where ended_at is null;
grant select, insert, update on catalogue.holidays to hirfa_app;

-- Whether the version that the buyer was shown is on sale; a full queue is seen by the purchase itself.
create or replace function catalogue.is_sellable(of_service uuid, of_version integer) returns boolean
language sql stable as $$
  select exists (
    select from catalogue.services
    where id = of_service and version = of_version and state = 'published' and not away
      and queue_limit is distinct from 0)
$$;

-- How many orders of the version may be at work at a time: null when it is not on sale, 2147483647
-- without a limit. With one, the queue stays locked until the purchase ends: the next buyer of this
-- service waits for it, and nobody else does.
create function catalogue.places(of_service uuid, of_version integer) returns integer
language plpgsql volatile set search_path = pg_catalog as $$
declare
  v_limit smallint;
begin
  select queue_limit into v_limit from catalogue.services
  where id = of_service and version = of_version and state = 'published' and not away
    and queue_limit is distinct from 0;
  if not found then
    return null;
  end if;
  if v_limit is null then
    return 2147483647;
  end if;
  perform from catalogue.queues where service_id = of_service for update;
  -- The limit may have changed while this buyer waited.
  select queue_limit into v_limit from catalogue.services
  where id = of_service and version = of_version and state = 'published' and not away
    and queue_limit is distinct from 0;
  return case when found then coalesce(v_limit, 2147483647) end;
end $$;
revoke all on function catalogue.places(uuid, integer) from public;
grant execute on function catalogue.places(uuid, integer) to hirfa_app;

-- Orders of a service that wait for requirements or are being worked on. The seller's orders are read
-- from their index alone; only services with a limit ask, so no purchase keeps an index for it.
create function orders.running_of(of_seller uuid, of_service uuid) returns integer
language sql volatile set search_path = pg_catalog as $$
  with running as materialized (
    select id from orders.orders
    where seller_id = of_seller and state in ('awaiting_requirements', 'in_progress'))
  select count(*)::integer from running join orders.orders as o on o.id = running.id
  where o.service_id = of_service
$$;
revoke all on function orders.running_of(uuid, uuid) from public;
grant execute on function orders.running_of(uuid, uuid) to hirfa_app;

-- The purchase of 0055 with the queue (docs/decisions/0013). Refusals, told apart by SQLSTATE:
--   23505 on order_purchase_is_made_once   this purchase was made before: answer with its order
--   CK001                                  the service changed or is not sold now
--   CK002                                  as many orders as its seller takes at a time are at work
--   LG001                                  not enough balance (see ledger.post)
create or replace function checkout.buy(p_order jsonb, p_spend jsonb, p_at timestamptz) returns uuid
language plpgsql volatile set search_path = pg_catalog as $$
declare
  v_order_id uuid := orders.open(p_order, p_at);
  v_key text := 'order:' || v_order_id;
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id, 'actor', p_spend ->> 'actor');
  v_places integer := catalogue.places((p_order ->> 'service_id')::uuid, (p_order ->> 'service_version')::integer);
  v_spent record;
begin
  if v_places is null then
    raise exception using errcode = 'CK001', message = 'the service changed or is not sold now';
  end if;
  if v_places < 2147483647
    and orders.running_of((p_order ->> 'seller_id')::uuid, (p_order ->> 'service_id')::uuid) > v_places then
    raise exception using errcode = 'CK002', message = 'the queue of the service is full';
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
