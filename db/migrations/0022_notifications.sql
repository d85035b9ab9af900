-- Words sent to a member. A row keeps kind and parameters; the words are written when it is read,
-- in the language, digits and time zone the member has then.
create schema notifications;
grant usage on schema notifications to hirfa_app;

create table notifications.notices (
  id uuid primary key,
  member_id uuid not null,
  key text not null,
  kind text not null constraint notice_kind_is_named check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  params jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  constraint notice_is_sent_once unique (member_id, key)
);
create index notices_newest on notifications.notices (member_id, at desc, id desc);
create index notices_unread on notifications.notices (member_id) where read_at is null;
grant select, insert, update (read_at) on notifications.notices to hirfa_app;
