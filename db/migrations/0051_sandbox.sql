-- The gateway simulator: a company of its own that the wallet knows only through signed HTTP.

create schema sandbox;
grant usage on schema sandbox to hirfa_app;

create table sandbox.charges (
  id uuid not null,
  idempotency_key text not null,
  amount_minor bigint not null,
  description text not null,
  return_url text not null,
  webhook_url text not null,
  state text not null,
  finishes_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint charges_pkey primary key (id),
  constraint charge_is_made_once unique (idempotency_key),
  constraint charge_amount_is_positive check (amount_minor > 0),
  constraint charge_in_processing_finishes check ((state = 'processing') = (finishes_at is not null)),
  constraint charge_state_is_known check (state in ('pending', 'processing', 'succeeded', 'declined', 'cancelled'))
);
grant select, insert, update (state, finishes_at, updated_at) on sandbox.charges to hirfa_app;

create table sandbox.webhooks (
  id uuid not null,
  charge_id uuid not null,
  event_id uuid not null,
  type text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  delivered_at timestamptz,
  constraint webhooks_pkey primary key (id),
  constraint webhook_charge_exists foreign key (charge_id) references sandbox.charges (id)
);
create index webhooks_due on sandbox.webhooks (due_at) where delivered_at is null;
grant select, insert, update (attempts, delivered_at) on sandbox.webhooks to hirfa_app;
