-- Orders (SPEC 5). What was bought, at which price and under which rules, is frozen in the row; where
-- the order stands is `state`, which only orders.open and the module's moveOrder write, each with a
-- row of history. Sums are USD cents.
create schema orders;

-- items: [{"kind":"service"|"upgrade","title","unit_price_minor","quantity","days_delta"[,"upgrade_id"]}]
-- questions: what the service asks of the buyer: [{"questionId","kind","label","required"[,"choices"]}]
create table orders.orders (
  id uuid not null,
  code text collate "C" not null,
  purchase_key text collate "C" not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  title text not null,
  items jsonb not null,
  questions jsonb not null,
  price_minor bigint not null,
  fee_minor bigint not null,
  commission_bps integer not null,
  clearing_days integer not null,
  delivery_days integer not null,
  changes_included integer not null,
  state text collate "C" not null,
  version integer not null default 1,
  opened_at timestamptz not null,
  moved_at timestamptz not null,
  requirements_at timestamptz,
  seller_spoke_at timestamptz,
  due_at timestamptz,
  first_delivered_at timestamptz,
  delivered_at timestamptz,
  acceptance_ends_at timestamptz,
  prolonged boolean not null default false,
  changes_used integer not null default 0,
  extensions_asked integer not null default 0,
  completed_at timestamptz,
  cancelled_at timestamptz,
  closed_at timestamptz,
  constraint orders_pkey primary key (id),
  constraint order_code_is_unique unique (code),
  constraint order_purchase_is_made_once unique (buyer_id, purchase_key),
  constraint order_state_is_known check (state in ('awaiting_requirements', 'in_progress', 'delivered',
    'completed', 'closed', 'cancelled', 'disputed')),
  constraint nobody_buys_from_themselves check (buyer_id <> seller_id),
  constraint order_price_is_positive check (price_minor > 0 and price_minor < 1000000000000),
  constraint order_fee_is_not_negative check (fee_minor >= 0 and fee_minor < 1000000000000),
  constraint order_commission_is_a_share check (commission_bps between 0 and 10000),
  constraint order_clearing_is_in_days check (clearing_days between 0 and 90),
  constraint order_takes_a_day_at_least check (delivery_days between 1 and 3650),
  constraint order_items_are_listed check (jsonb_typeof(items) = 'array' and items <> '[]'::jsonb),
  constraint order_questions_are_listed check (jsonb_typeof(questions) = 'array'),
  constraint order_changes_stay_as_included check (changes_used between 0 and changes_included),
  constraint order_extensions_are_counted check (extensions_asked >= 0),
  constraint order_key_is_short check (length(purchase_key) between 1 and 200),
  constraint work_starts_with_requirements check (
    state in ('awaiting_requirements', 'cancelled')
    or (requirements_at is not null and due_at is not null)),
  constraint delivered_order_has_a_delivery check (
    state not in ('delivered', 'completed', 'closed')
    or (first_delivered_at is not null and delivered_at is not null)),
  constraint delivery_waits_until_an_instant check (state <> 'delivered' or acceptance_ends_at is not null),
  constraint completed_order_is_dated check (state not in ('completed', 'closed') or completed_at is not null),
  constraint cancelled_order_is_dated check ((state = 'cancelled') = (cancelled_at is not null)),
  constraint closed_order_is_dated check ((state = 'closed') = (closed_at is not null))
) with (fillfactor = 85);
-- Ids are UUIDv7: in the order of their making.
create index orders_of_buyer on orders.orders (buyer_id, id) include (state);
create index orders_of_seller on orders.orders (seller_id, id) include (state);
create index completed_orders_of_service on orders.orders (service_id) where state in ('completed', 'closed');

-- Who did what when: append-only, one row an act. `key` makes a repeated act of one form one act.
create table orders.history (
  seq bigint generated always as identity,
  order_id uuid not null,
  at timestamptz not null,
  actor text collate "C" not null,
  party text collate "C" not null,
  act text collate "C" not null,
  from_state text collate "C",
  to_state text collate "C" not null,
  key text collate "C",
  details jsonb,
  constraint history_pkey primary key (order_id, seq),
  constraint history_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint history_names_its_actor check (length(actor) between 1 and 200),
  constraint history_party_is_known check (party in ('buyer', 'seller', 'staff', 'clock', 'system')),
  constraint history_key_is_short check (length(key) between 1 and 200)
);
create unique index act_key_is_used_once on orders.history (order_id, key) where key is not null;

-- Clocks of an order: one row a clock, whose steps (reminders, then what happens by itself) stand in
-- src/modules/orders/order-clocks.ts as distances from anchor_at. due_at is when the next step is due;
-- done_at when the clock stopped.
create table orders.timers (
  order_id uuid not null,
  kind text collate "C" not null,
  step smallint not null default 0,
  anchor_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz,
  constraint timers_pkey primary key (order_id, kind),
  constraint timer_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint timer_kind_is_known check (kind in ('requirements', 'first_word', 'delivery', 'acceptance',
    'extension', 'cancellation', 'guarantee')),
  constraint timer_step_is_counted check (step >= 0)
) with (fillfactor = 80);
create index timers_waiting on orders.timers (due_at, order_id) where done_at is null;

create table orders.requirements (
  order_id uuid not null,
  answers jsonb not null,
  note text not null,
  at timestamptz not null,
  constraint requirements_pkey primary key (order_id),
  constraint requirements_are_of_an_order foreign key (order_id) references orders.orders (id),
  constraint requirements_are_listed check (jsonb_typeof(answers) = 'array'),
  constraint requirements_note_is_not_too_long check (length(note) <= 5000)
);

create table orders.deliveries (
  id uuid not null,
  order_id uuid not null,
  number smallint not null,
  note text not null,
  ai_used boolean not null,
  at timestamptz not null,
  constraint deliveries_pkey primary key (id),
  constraint delivery_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint delivery_number_is_used_once unique (order_id, number),
  constraint delivery_is_numbered check (number >= 1),
  constraint delivery_note_is_not_too_long check (length(note) between 1 and 5000)
);

create table orders.change_requests (
  id uuid not null,
  order_id uuid not null,
  number smallint not null,
  body text not null,
  at timestamptz not null,
  constraint change_requests_pkey primary key (id),
  constraint change_request_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint change_request_number_is_used_once unique (order_id, number),
  constraint change_request_says_something check (length(body) between 1 and 5000)
);

-- Files of requirements and deliveries. Files of messages stand with the messages.
create table orders.files (
  file_id uuid not null,
  order_id uuid not null,
  purpose text collate "C" not null,
  subject text collate "C" not null,
  position smallint not null,
  file_name text not null,
  kind text not null,
  media_type text not null,
  byte_size bigint not null,
  constraint files_pkey primary key (file_id),
  constraint file_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint file_purpose_is_known check (purpose in ('requirement', 'delivery')),
  constraint file_kind_is_known check (kind in ('image', 'file')),
  constraint file_has_a_size check (byte_size >= 0)
);
create index files_of_order on orders.files (order_id, purpose, subject, position);

-- Questions of one side that the other answers: more time, or cancelling by agreement (SPEC 5.7).
create table orders.asks (
  id uuid not null,
  order_id uuid not null,
  kind text collate "C" not null,
  asked_by text collate "C" not null,
  reason text not null,
  days integer,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  outcome text collate "C",
  ended_at timestamptz,
  constraint asks_pkey primary key (id),
  constraint ask_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint ask_kind_is_known check (kind in ('extension', 'cancellation')),
  constraint ask_is_of_a_side check (asked_by in ('buyer', 'seller')),
  constraint ask_for_time_names_days check ((kind = 'extension') = (days is not null) and days between 1 and 30),
  constraint ask_has_a_reason check (length(reason) between 1 and 2000),
  constraint ask_outcome_is_known check (outcome in ('agreed', 'refused', 'withdrawn', 'silence_yes',
    'silence_no', 'lapsed')),
  constraint ask_ends_whole check ((outcome is null) = (ended_at is null))
);
create unique index open_ask_is_one on orders.asks (order_id, kind) where outcome is null;
create index asks_of_order on orders.asks (order_id, asked_at);

create function orders.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% on %.% is refused: the history of an order is append-only',
    tg_op, tg_table_schema, tg_table_name;
end $$;
create trigger history_is_append_only before update or delete or truncate on orders.history
  for each statement execute function orders.refuse_change();
create trigger requirements_are_append_only before update or delete or truncate on orders.requirements
  for each statement execute function orders.refuse_change();
create trigger deliveries_are_append_only before update or delete or truncate on orders.deliveries
  for each statement execute function orders.refuse_change();
create trigger change_requests_are_append_only before update or delete or truncate on orders.change_requests
  for each statement execute function orders.refuse_change();
create trigger files_are_append_only before update or delete or truncate on orders.files
  for each statement execute function orders.refuse_change();
-- What was bought stays as it was bought.
create trigger bought_stays_as_bought
  before update of id, code, purchase_key, buyer_id, seller_id, service_id, service_version, title, items,
    questions, price_minor, fee_minor, commission_bps, clearing_days, opened_at on orders.orders
  for each statement execute function orders.refuse_change();
create trigger orders_are_never_removed before delete or truncate on orders.orders
  for each statement execute function orders.refuse_change();
