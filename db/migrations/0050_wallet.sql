-- Money in: payments through gateways, their reports stored raw, and the days earnings wait to clear.

create schema wallet;
grant usage on schema wallet to hirfa_app;

create table wallet.payments (
  id uuid not null,
  member_id uuid not null,
  gateway text not null,
  purpose text not null,
  purchase_id uuid,
  amount_minor bigint not null,
  fee_minor bigint not null,
  state text not null,
  key text not null,
  gateway_ref text,
  redirect_url text,
  failure_code text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  constraint payments_pkey primary key (id),
  constraint payment_is_started_once unique (member_id, key),
  constraint payment_reference_is_used_once unique (gateway, gateway_ref),
  constraint payment_amount_is_positive check (amount_minor > 0),
  constraint payment_fee_is_not_negative check (fee_minor >= 0),
  constraint payment_purpose_is_known check (purpose in ('top_up', 'purchase')),
  constraint payment_for_a_purchase_names_it check ((purpose = 'purchase') = (purchase_id is not null)),
  constraint payment_state_is_known check (state in ('pending', 'confirmed', 'failed', 'cancelled', 'expired')),
  constraint payment_is_settled_when_not_pending check ((state = 'pending') = (settled_at is null)),
  constraint payment_expires_after_it_begins check (expires_at > created_at)
);
create index payments_of_member on wallet.payments (member_id, created_at desc);
create index payments_waiting on wallet.payments (created_at) where state = 'pending';
create index payments_of_purchase on wallet.payments (purchase_id) where purchase_id is not null;
grant select, insert, update (state, gateway_ref, redirect_url, failure_code, settled_at) on wallet.payments to hirfa_app;

-- What gateways said, byte for byte, before anything is made of it.
create table wallet.gateway_events (
  id uuid not null,
  gateway text not null,
  event_id text not null,
  body text not null,
  received_at timestamptz not null,
  handled_at timestamptz,
  constraint gateway_events_pkey primary key (id),
  constraint gateway_event_is_kept_once unique (gateway, event_id)
);
create index gateway_events_waiting on wallet.gateway_events (received_at) where handled_at is null;
grant select, insert, update (handled_at) on wallet.gateway_events to hirfa_app;

-- Earnings of one order until they may be withdrawn (SPEC 6.4).
create table wallet.clearings (
  order_id uuid not null,
  member_id uuid not null,
  amount_minor bigint not null,
  earned_at timestamptz not null,
  clears_at timestamptz not null,
  cleared_at timestamptz,
  constraint clearings_pkey primary key (order_id),
  constraint clearing_amount_is_positive check (amount_minor > 0),
  constraint clearing_comes_after_earning check (clears_at >= earned_at)
);
create index clearings_due on wallet.clearings (clears_at) where cleared_at is null;
create index clearings_of_member on wallet.clearings (member_id, clears_at) where cleared_at is null;
grant select, insert, update (cleared_at) on wallet.clearings to hirfa_app;
