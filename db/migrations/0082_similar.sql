-- What reviewers are shown beside a service: texts and pictures much like it (SPEC 2.5). Prints are short
-- and found by the bands they share: a look-up touches a bounded number of rows, however many services there are.
create table catalogue.text_prints (
  service_number integer not null,
  next boolean not null,
  service_id uuid not null,
  signature integer[] not null,
  constraint text_prints_pkey primary key (service_number, next),
  constraint text_print_service_exists foreign key (service_id) references catalogue.services (id)
);
comment on column catalogue.text_prints.next is 'Of what waits for a reviewer; else of what is or was sold.';
create table catalogue.text_bands (
  hash integer not null,
  service_number integer not null,
  next boolean not null,
  constraint text_bands_pkey primary key (hash, service_number, next)
);
create index text_bands_of_service on catalogue.text_bands (service_number, next);

create table catalogue.image_prints (
  file_id uuid not null,
  bits bytea not null,
  constraint image_prints_pkey primary key (file_id),
  constraint image_print_file_exists foreign key (file_id) references media.files (id) on delete cascade,
  constraint image_print_is_256_bits check (length(bits) = 32)
);
create table catalogue.image_bands (
  hash integer not null,
  file_id uuid not null,
  constraint image_bands_pkey primary key (hash, file_id),
  constraint image_band_has_a_print foreign key (file_id) references catalogue.image_prints (file_id) on delete cascade
);
create index image_bands_of_file on catalogue.image_bands (file_id);

-- Services whose texts were never printed, for the job that makes up for it.
alter table catalogue.services add column printed boolean not null default false;
create index services_to_print on catalogue.services (number) where not printed and submitted_at is not null;

grant select, insert, update, delete on catalogue.text_prints, catalogue.text_bands to hirfa_app;
grant select, insert on catalogue.image_prints, catalogue.image_bands to hirfa_app;
