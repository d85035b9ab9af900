-- Standing of sellers (SPEC 7.1). No row means: new. No foreign key to the members: identity stands
-- on the same tier.
create schema trust;
grant usage on schema trust to hirfa_app;

create table trust.standings (
  member_id uuid primary key,
  level text not null constraint level_is_known check (level in ('new', 'active', 'distinguished', 'trusted')),
  since_at timestamptz not null
);
grant select, insert, update on trust.standings to hirfa_app;

create table trust.standing_changes (
  id uuid primary key,
  member_id uuid not null references trust.standings,
  from_level text not null,
  to_level text not null,
  reason text not null,
  actor text not null,
  at timestamptz not null,
  constraint standing_change_changes check (from_level <> to_level)
);
create index standing_changes_of_member on trust.standing_changes (member_id, at desc);
grant select, insert on trust.standing_changes to hirfa_app;
