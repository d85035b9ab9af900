-- The ground every module stands on: facts (the outbox), the movable clock of demo worlds, limits.
-- The owner runs migrations; the application connects as hirfa_app and gets only what is granted.
do $$
begin
  if not exists (select from pg_roles where rolname = 'hirfa_app') then
    create role hirfa_app nologin;
  end if;
end $$;

create schema platform;
grant usage on schema platform to hirfa_app;

create table platform.facts (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  payload jsonb not null,
  at timestamptz not null,
  relayed_at timestamptz
);
create index facts_waiting on platform.facts (at, id) where relayed_at is null;
grant select, insert, update (relayed_at) on platform.facts to hirfa_app;
comment on table platform.facts is 'What happened in the business, written in the transaction of the change; the relay turns each into jobs.';

create table platform.clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0
);
insert into platform.clock default values;
grant select, update on platform.clock to hirfa_app;

create table platform.limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index limits_expire on platform.limits (expire);
grant select, insert, update, delete on platform.limits to hirfa_app;

create table platform.outgoing_mail (
  id uuid primary key,
  key text not null unique,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  try_at timestamptz not null
);
create index outgoing_mail_waiting on platform.outgoing_mail (try_at, id) where sent_at is null;
create index outgoing_mail_newest on platform.outgoing_mail (at desc);
grant select, insert, update on platform.outgoing_mail to hirfa_app;
comment on table platform.outgoing_mail is 'Mail to send; the demo shows it as an outbox page.';

-- The queue belongs to graphile-worker; the application may add and run jobs in it.
grant usage on schema graphile_worker to hirfa_app;
grant select, insert, update, delete on all tables in schema graphile_worker to hirfa_app;
grant usage, select on all sequences in schema graphile_worker to hirfa_app;
grant execute on all functions in schema graphile_worker to hirfa_app;
create policy hirfa_app_all on graphile_worker._private_jobs to hirfa_app using (true) with check (true);
create policy hirfa_app_all on graphile_worker._private_tasks to hirfa_app using (true) with check (true);
create policy hirfa_app_all on graphile_worker._private_job_queues to hirfa_app using (true) with check (true);
create policy hirfa_app_all on graphile_worker._private_known_crontabs to hirfa_app using (true) with check (true);
