-- The weights of the published formula (SPEC 3.3). A wish becomes true in steps of a tenth a day at
-- most; every step and every wish is logged, and the log is public.
create table search.weights (
  name text collate "C" not null,
  value real not null,
  wished real not null,
  moved_at timestamptz,
  constraint weights_pkey primary key (name),
  constraint weight_is_a_share check (value between 0 and 1 and wished between 0 and 1)
);
grant select, insert, update on search.weights to hirfa_app;

create table search.weight_changes (
  id bigint generated always as identity,
  name text collate "C" not null,
  verb text collate "C" not null,
  before real not null,
  after real not null,
  reason text not null,
  actor text not null,
  at timestamptz not null,
  constraint weight_changes_pkey primary key (id),
  constraint weight_change_is_known check (verb in ('wish', 'step'))
);
grant select, insert on search.weight_changes to hirfa_app;

-- What a service's quality was made of when it was last counted; "why is my service here" reads it.
create table search.figures (
  service_id uuid not null,
  buyers integer not null,
  recent_buyers integer not null,
  completed integer not null,
  ended integer not null,
  on_time integer not null,
  delivered integer not null,
  replied integer not null,
  asked integer not null,
  counted_at timestamptz not null,
  constraint figures_pkey primary key (service_id)
);
grant select, insert, update, delete on search.figures to hirfa_app;
comment on column search.figures.buyers is 'Different buyers of completed orders; who also sold to the seller is not counted.';
