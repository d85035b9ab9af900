-- Media: files people upload. Bytes are in storage under storage_key; the row says what they are.
create schema media;
grant usage on schema media to hirfa_app;

create table media.files (
  id uuid not null,
  owner_id uuid not null,
  purpose text not null,
  kind text not null,
  type text not null,
  file_name text not null,
  byte_size bigint not null,
  width integer,
  height integer,
  storage_key text not null,
  at timestamptz not null,
  constraint files_pkey primary key (id),
  constraint file_purpose_is_known check (purpose in ('gallery', 'attachment', 'avatar')),
  constraint file_kind_is_known check (kind in ('image', 'file')),
  constraint public_file_is_an_image check (purpose = 'attachment' or kind = 'image'),
  constraint image_has_a_size check (kind = 'file' or (width > 0 and height > 0)),
  constraint file_is_not_empty check (byte_size > 0),
  constraint file_name_is_short check (length(file_name) between 1 and 200),
  constraint storage_key_is_used_once unique (storage_key)
);
create index files_of_owner on media.files (owner_id, at desc);
grant select, insert, delete on media.files to hirfa_app;
comment on table media.files is 'Uploads as they were accepted: never changed, only added and removed.';
