-- Uploads that may break off and go on (tus), and galleries with video and sound beside pictures.
create table media.uploads (
  id uuid not null,
  owner_id uuid not null,
  purpose text not null,
  file_name text not null,
  byte_size bigint not null,
  received bigint not null default 0,
  file_id uuid,
  crop text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint uploads_pkey primary key (id),
  constraint upload_purpose_is_known check (purpose in ('gallery', 'attachment', 'avatar')),
  constraint upload_has_a_size check (byte_size > 0),
  constraint upload_is_never_over_its_size check (received between 0 and byte_size),
  constraint upload_became_a_file_when_whole check (file_id is null or received = byte_size),
  constraint upload_name_is_short check (length(file_name) between 1 and 200),
  constraint upload_file_exists foreign key (file_id) references media.files (id) on delete set null
);
create index uploads_of_owner on media.uploads (owner_id, expires_at);
create index uploads_by_expiry on media.uploads (expires_at);
create index uploads_of_file on media.uploads (file_id) where file_id is not null;
grant select, insert, update, delete on media.uploads to hirfa_app;
comment on table media.uploads is 'Files on their way in; `received` only ever grows, by compare-and-set.';

create table media.upload_parts (
  upload_id uuid not null,
  from_byte bigint not null,
  byte_size bigint not null,
  storage_key text not null,
  constraint upload_parts_pkey primary key (upload_id, from_byte),
  constraint part_upload_exists foreign key (upload_id) references media.uploads (id) on delete cascade,
  constraint part_is_not_empty check (byte_size > 0)
);
grant select, insert, delete on media.upload_parts to hirfa_app;
comment on table media.upload_parts is 'The bytes that came in one go; laid end to end they are the upload.';

alter table media.files
  drop constraint file_kind_is_known,
  drop constraint public_file_is_an_image,
  drop constraint image_has_a_size,
  add constraint file_kind_is_known check (kind in ('image', 'video', 'audio', 'file')),
  add constraint avatar_is_an_image check (purpose <> 'avatar' or kind = 'image'),
  add constraint gallery_is_seen_or_heard check (purpose <> 'gallery' or kind <> 'file'),
  add constraint image_has_a_size check (kind <> 'image' or (width > 0 and height > 0)),
  add column kept_at timestamptz;
update media.files set kept_at = at;
create index files_kept_by_nobody on media.files (at) where kept_at is null;
grant update (kept_at) on media.files to hirfa_app;
comment on table media.files is 'Uploads as they were accepted: never changed, only added, kept and removed.';
comment on column media.files.kept_at is 'When something (a service, a message) took the file; one that nobody took is swept.';
