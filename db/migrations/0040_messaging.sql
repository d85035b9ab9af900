-- Conversations (SPEC 5.11, 8.1). A thread belongs to one subject (an order) and to its members.
-- Messages are append-only: they are part of the evidence of an order.
create schema messaging;

create table messaging.threads (
  id uuid not null,
  subject_kind text collate "C" not null,
  subject_id uuid not null,
  opened_at timestamptz not null,
  constraint threads_pkey primary key (id),
  constraint thread_of_a_subject_is_one unique (subject_kind, subject_id),
  constraint thread_subject_is_known check (subject_kind in ('order'))
);

create table messaging.thread_members (
  thread_id uuid not null,
  member_id uuid not null,
  read_up_to bigint not null default 0,
  read_at timestamptz,
  constraint thread_members_pkey primary key (thread_id, member_id),
  constraint thread_member_is_in_a_thread foreign key (thread_id) references messaging.threads (id),
  constraint thread_read_mark_is_dated check (read_up_to >= 0 and (read_up_to = 0 or read_at is not null))
);
create index threads_of_member on messaging.thread_members (member_id, thread_id) include (read_up_to);

-- sender_id is null for a note that the house writes. `key` makes a repeated sending one message.
create table messaging.messages (
  seq bigint generated always as identity,
  id uuid not null,
  thread_id uuid not null,
  sender_id uuid,
  body text not null,
  key text collate "C" not null,
  at timestamptz not null,
  constraint messages_pkey primary key (id),
  constraint message_is_in_a_thread foreign key (thread_id) references messaging.threads (id),
  constraint message_key_is_used_once unique (thread_id, key),
  constraint message_key_is_short check (length(key) between 1 and 200),
  constraint message_is_not_too_long check (length(body) <= 5000)
);
create index messages_of_thread on messaging.messages (thread_id, seq) include (sender_id);

create table messaging.message_files (
  message_id uuid not null,
  position smallint not null,
  thread_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  kind text not null,
  media_type text not null,
  byte_size bigint not null,
  constraint message_files_pkey primary key (message_id, position),
  constraint message_file_is_attached_once unique (file_id),
  constraint message_file_has_a_message foreign key (message_id) references messaging.messages (id),
  constraint message_file_kind_is_known check (kind in ('image', 'file')),
  constraint message_file_has_a_size check (byte_size >= 0)
);
create index files_of_thread on messaging.message_files (thread_id, file_id);

create function messaging.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% on %.% is refused: what was said stays said', tg_op, tg_table_schema, tg_table_name;
end $$;
create trigger messages_are_append_only before update or delete or truncate on messaging.messages
  for each statement execute function messaging.refuse_change();
create trigger message_files_are_append_only before update or delete or truncate on messaging.message_files
  for each statement execute function messaging.refuse_change();

revoke all on all functions in schema messaging from public;
grant usage on schema messaging to hirfa_app;
grant select on all tables in schema messaging to hirfa_app;
grant insert on messaging.threads, messaging.thread_members, messaging.messages, messaging.message_files
  to hirfa_app;
grant update (read_up_to, read_at) on messaging.thread_members to hirfa_app;
