-- Versions (SPEC 2.4): what is sold stands in catalogue.services; a change of meaning waits beside it in
-- catalogue.revisions until a reviewer approves it; what was sold before stays in catalogue.past_versions,
-- so that an order can always be read with the text it was bought by.
alter table catalogue.services
  add column edition integer not null default 1,
  add column sold_since timestamptz,
  add constraint service_edition_counts_up check (edition >= 1);
update catalogue.services set sold_since = published_at where published_at is not null and state in ('published', 'paused');
comment on column catalogue.services.edition is 'Counts what reviewers approved, from 1: the number people are told. Small edits keep it.';
comment on column catalogue.services.sold_since is 'Since when exactly this content is the one that is sold; null while it is a draft.';

create table catalogue.revisions (
  service_id uuid not null,
  state text not null,
  version integer not null,
  content jsonb not null,
  review_notes jsonb not null default '{}',
  changed_at timestamptz not null,
  submitted_at timestamptz not null,
  constraint revisions_pkey primary key (service_id),
  constraint revision_service_exists foreign key (service_id) references catalogue.services (id),
  constraint revision_state_is_known check (state in ('draft', 'pending_review', 'rejected', 'closed')),
  constraint revision_version_counts_up check (version >= 2)
);
create index revisions_waiting_for_review on catalogue.revisions (submitted_at, service_id)
  where state = 'pending_review';
grant select, insert, update on catalogue.revisions to hirfa_app;
comment on table catalogue.revisions is 'The next version of an approved service, one at a time; closed when it was approved or dropped.';
comment on column catalogue.revisions.version is 'Of the same count as services.version: approved, it is the number that is sold.';

create table catalogue.past_versions (
  service_id uuid not null,
  version integer not null,
  edition integer not null,
  content jsonb not null,
  sold_from timestamptz not null,
  sold_until timestamptz not null,
  constraint past_versions_pkey primary key (service_id, version),
  constraint past_version_service_exists foreign key (service_id) references catalogue.services (id)
);
grant select, insert on catalogue.past_versions to hirfa_app;

-- Services that were sent back to review after an edit stood off the lists; from now on the old version sells.
-- None is moved: their text was already written over, so they are reviewed as they are.
