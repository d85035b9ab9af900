-- Kinds of notices that a member does not want by mail (SPEC 8.2); the in-app list has them all the same.
create table notifications.mail_stops (
  member_id uuid not null,
  topic text collate "C" not null,
  at timestamptz not null,
  constraint mail_stops_pkey primary key (member_id, topic),
  constraint mail_stop_topic_is_known check (topic in ('orders', 'messages', 'reviews', 'services', 'money'))
);
grant select, insert, delete on notifications.mail_stops to hirfa_app;
