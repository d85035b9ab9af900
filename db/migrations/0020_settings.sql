-- Rules and switches that differ from marketplace.config.ts. A rule is dated: an order keeps the
-- rules that held when it was paid, so rows are added and never changed.
create schema settings;
grant usage on schema settings to hirfa_app;

create table settings.rules (
  id uuid primary key,
  key text not null,
  valid_from timestamptz not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  constraint rule_changes_once_an_instant unique (key, valid_from)
);
grant select, insert on settings.rules to hirfa_app;
comment on table settings.rules is 'Dated rules (SPEC 16): the newest row not after an instant holds at that instant; none means the default.';

create table settings.flags (
  key text primary key,
  enabled boolean not null,
  set_by text not null,
  set_at timestamptz not null
);
grant select, insert, update on settings.flags to hirfa_app;
