-- Services that members keep for later (SPEC 2.7). The count stands with the other figures of a service.
create table catalogue.favourites (
  member_id uuid not null,
  service_id uuid not null,
  at timestamptz not null,
  constraint favourites_pkey primary key (member_id, service_id),
  constraint favourite_member_exists foreign key (member_id) references identity.members (id),
  constraint favourite_service_exists foreign key (service_id) references catalogue.services (id)
);
create index favourites_of_member on catalogue.favourites (member_id, at desc, service_id);
create index favourites_of_service on catalogue.favourites (service_id);
grant select, insert, delete on catalogue.favourites to hirfa_app;

alter table catalogue.service_figures
  add column favourites_count integer not null default 0,
  add constraint favourites_are_never_negative check (favourites_count >= 0);
