-- Collections (SPEC 2.8): members' own («مجموعاتي»), the editor's, and bundles, which list services for
-- each part of a need («أنشئ متجرك»).
create schema collections;
grant usage on schema collections to hirfa_app;

create table collections.collections (
  id uuid not null,
  number integer generated always as identity,
  kind text not null,
  owner_id uuid,
  title_ar text not null,
  title_en text not null,
  note_ar text not null default '',
  note_en text not null default '',
  is_public boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint collections_pkey primary key (id),
  constraint collection_number_is_used_once unique (number),
  constraint collection_kind_is_known check (kind in ('member', 'editor', 'bundle')),
  constraint collection_owner_exists foreign key (owner_id) references identity.members (id),
  constraint only_members_own_collections check ((kind = 'member') = (owner_id is not null)),
  constraint collection_title_is_short check (length(title_ar) between 1 and 80 and length(title_en) between 1 and 80),
  constraint collection_note_is_short check (length(note_ar) <= 500 and length(note_en) <= 500)
);
create index collections_of_owner on collections.collections (owner_id, changed_at desc) where owner_id is not null;
create index collections_of_the_house on collections.collections (changed_at desc) where kind <> 'member';
grant select, insert, update, delete on collections.collections to hirfa_app;

create table collections.needs (
  id uuid not null,
  collection_id uuid not null,
  position integer not null,
  title_ar text not null,
  title_en text not null,
  constraint needs_pkey primary key (id),
  constraint need_is_of_a_collection foreign key (collection_id) references collections.collections (id) on delete cascade,
  constraint need_title_is_short check (length(title_ar) between 1 and 80 and length(title_en) between 1 and 80)
);
create index needs_of_collection on collections.needs (collection_id, position);
grant select, insert, update, delete on collections.needs to hirfa_app;

create table collections.items (
  collection_id uuid not null,
  service_id uuid not null,
  need_id uuid,
  position integer not null,
  note text not null default '',
  constraint items_pkey primary key (collection_id, service_id),
  constraint item_is_of_a_collection foreign key (collection_id) references collections.collections (id) on delete cascade,
  constraint item_is_a_service foreign key (service_id) references catalogue.services (id),
  constraint item_is_of_a_need foreign key (need_id) references collections.needs (id) on delete cascade,
  constraint item_note_is_short check (length(note) <= 200)
);
create index items_in_order on collections.items (collection_id, position);
create index items_of_service on collections.items (service_id);
create index items_of_need on collections.items (need_id) where need_id is not null;
grant select, insert, update, delete on collections.items to hirfa_app;
