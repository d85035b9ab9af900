-- Who of the staff did what to whom and why (SPEC 1.3): append-only, for everybody.
create schema audit;
grant usage on schema audit to hirfa_app;

create table audit.acts (
  id uuid primary key,
  at timestamptz not null,
  actor text not null,
  verb text not null constraint audited_verb_is_named check (verb ~ '^[a-z-]+\.[a-z-]+$'),
  subject_kind text not null,
  subject_id text not null,
  reason text,
  before jsonb,
  after jsonb
);
create index acts_of_subject on audit.acts (subject_kind, subject_id, at desc);
create index acts_newest on audit.acts (at desc);
grant select, insert on audit.acts to hirfa_app;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audited acts are only added' using errcode = 'restrict_violation';
end $$;
create trigger acts_are_append_only before update or delete or truncate on audit.acts
  for each statement execute function audit.refuse_change();
