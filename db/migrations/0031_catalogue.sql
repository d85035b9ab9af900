-- Catalogue: the category tree and the services that members sell (SPEC 2).
create schema catalogue;
grant usage on schema catalogue to hirfa_app;

create table catalogue.categories (
  key text not null,
  group_key text,
  name_ar text not null,
  name_en text not null,
  slug text not null,
  hue smallint not null,
  icon text not null,
  position smallint not null,
  constraint categories_pkey primary key (key),
  constraint category_group_exists foreign key (group_key) references catalogue.categories (key),
  constraint category_slug_is_used_once unique (slug),
  constraint category_hue_is_an_angle check (hue between 0 and 359)
);
grant select, insert, update on catalogue.categories to hirfa_app;

create table catalogue.services (
  id uuid not null,
  number integer generated always as identity,
  seller_id uuid not null,
  state text not null,
  version integer not null default 1,
  leaf_key text not null,
  title text not null,
  description text not null default '',
  base_price_minor bigint not null default 500,
  delivery_days smallint not null default 3,
  changes_included smallint not null default 2,
  quantity_multiplies_time boolean not null default false,
  tags text[] not null default '{}',
  languages text[] not null default '{}',
  ai_use text not null default 'none',
  rights_text text not null default '',
  questions jsonb not null default '[]',
  faq jsonb not null default '[]',
  review_notes jsonb not null default '{}',
  approved_content jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  declared_at timestamptz,
  submitted_at timestamptz,
  published_at timestamptz,
  constraint services_pkey primary key (id),
  constraint service_number_is_used_once unique (number),
  constraint service_seller_exists foreign key (seller_id) references identity.members (id),
  constraint service_category_exists foreign key (leaf_key) references catalogue.categories (key),
  constraint service_state_is_known check (state in (
    'draft', 'pending_review', 'published', 'paused', 'rejected', 'archived')),
  constraint service_version_counts_up check (version >= 1),
  constraint service_title_is_short check (length(title) between 1 and 60),
  constraint service_description_is_short check (length(description) <= 2000),
  constraint service_price_is_positive check (base_price_minor > 0),
  constraint service_delivery_takes_days check (delivery_days between 1 and 90),
  constraint service_changes_are_counted check (changes_included between 0 and 20),
  constraint service_tags_are_few check (cardinality(tags) <= 10),
  constraint service_ai_use_is_known check (ai_use in ('none', 'assisted', 'generated')),
  constraint service_rights_text_is_short check (length(rights_text) <= 500),
  constraint submitted_service_is_declared check (
    state in ('draft', 'rejected', 'archived') or declared_at is not null),
  constraint published_service_was_approved check (
    state not in ('published', 'paused') or (published_at is not null and approved_content is not null))
);
create index services_of_seller on catalogue.services (seller_id, changed_at desc);
create index services_waiting_for_review on catalogue.services (submitted_at, id)
  where state = 'pending_review';
create index services_of_category on catalogue.services (leaf_key);
grant select, insert, update on catalogue.services to hirfa_app;
comment on column catalogue.services.version is 'Counts every change of what is sold; a purchase names the version it was shown.';
comment on column catalogue.services.approved_content is 'The texts a reviewer approved: later edits are measured against them.';

create table catalogue.upgrades (
  id uuid not null,
  service_id uuid not null,
  position smallint not null,
  title text not null,
  price_minor bigint not null,
  days_delta smallint not null,
  constraint upgrades_pkey primary key (id),
  constraint upgrade_service_exists foreign key (service_id) references catalogue.services (id),
  constraint upgrade_title_is_short check (length(title) <= 100),
  constraint upgrade_price_is_positive check (price_minor > 0),
  constraint upgrade_days_are_few check (days_delta between -30 and 30)
);
create index upgrades_of_service on catalogue.upgrades (service_id, position);
grant select, insert, update, delete on catalogue.upgrades to hirfa_app;

create table catalogue.gallery (
  service_id uuid not null,
  file_id uuid not null,
  position smallint not null,
  constraint gallery_pkey primary key (service_id, file_id),
  constraint gallery_service_exists foreign key (service_id) references catalogue.services (id),
  constraint gallery_file_exists foreign key (file_id) references media.files (id)
);
create index gallery_of_file on catalogue.gallery (file_id);
grant select, insert, update, delete on catalogue.gallery to hirfa_app;

create table catalogue.service_history (
  id bigint generated always as identity,
  service_id uuid not null,
  verb text not null,
  from_state text,
  to_state text not null,
  version integer not null,
  actor text not null,
  notes jsonb not null default '{}',
  at timestamptz not null,
  constraint service_history_pkey primary key (id),
  constraint history_service_exists foreign key (service_id) references catalogue.services (id)
);
create index history_of_service on catalogue.service_history (service_id, id);
grant select, insert on catalogue.service_history to hirfa_app;

-- Whether a purchase may still be made of the version that the buyer was shown.
create function catalogue.is_sellable(of_service uuid, of_version integer) returns boolean
language sql stable as $$
  select exists (
    select from catalogue.services
    where id = of_service and version = of_version and state = 'published')
$$;
revoke all on function catalogue.is_sellable(uuid, integer) from public;
grant execute on function catalogue.is_sellable(uuid, integer) to hirfa_app;
