-- Where and when a member is told beside the in-app list (SPEC 8.2): a choice by topic and channel, letters
-- at once or once a day, quiet hours, browsers that take pushes, one Telegram chat.
alter table notifications.mail_stops rename to channel_stops;
alter table notifications.channel_stops rename constraint mail_stop_topic_is_known to channel_stop_topic_is_known;
alter table notifications.channel_stops add column channel text collate "C" not null default 'mail'
  constraint channel_stop_channel_is_known check (channel in ('mail', 'push', 'telegram'));
alter table notifications.channel_stops alter column channel drop default;
alter table notifications.channel_stops drop constraint mail_stops_pkey;
alter table notifications.channel_stops add constraint channel_stops_pkey primary key (member_id, topic, channel);

-- A member without a row gets letters at once and has no quiet hours. Hours are of the member's own zone.
create table notifications.habits (
  member_id uuid not null,
  letters text collate "C" not null,
  digest_hour smallint not null,
  quiet_from smallint,
  quiet_until smallint,
  -- The day (in the member's zone) of the last daily letter.
  digest_on date,
  constraint habits_pkey primary key (member_id),
  constraint habits_letters_are_known check (letters in ('at_once', 'daily', 'fallback')),
  constraint habits_hours_are_hours check (digest_hour between 0 and 23 and quiet_from between 0 and 23
    and quiet_until between 0 and 23),
  constraint quiet_has_both_ends check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);
grant select, insert, update on notifications.habits to hirfa_app;

-- Waits for the member's next daily letter.
create table notifications.digest_items (
  notice_id uuid not null references notifications.notices,
  member_id uuid not null,
  at timestamptz not null,
  constraint digest_items_pkey primary key (notice_id)
);
create index digest_items_of on notifications.digest_items (member_id, at);
grant select, insert, delete on notifications.digest_items to hirfa_app;

-- A browser that takes pushes: its address at the browser's maker and the keys it made for us (RFC 8291).
create table notifications.push_devices (
  id uuid not null,
  member_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  name text not null,
  at timestamptz not null,
  constraint push_devices_pkey primary key (id),
  constraint push_device_is_one unique (endpoint),
  constraint push_device_is_short check (length(endpoint) <= 1000 and length(p256dh) <= 200
    and length(auth) <= 100 and length(name) <= 100)
);
create index push_devices_of on notifications.push_devices (member_id);
grant select, insert, update, delete on notifications.push_devices to hirfa_app;

create table notifications.telegram_chats (
  member_id uuid not null,
  chat_id bigint not null,
  at timestamptz not null,
  constraint telegram_chats_pkey primary key (member_id),
  constraint telegram_chat_is_one unique (chat_id)
);
-- A code is kept as its hash, works once and for a quarter of an hour.
create table notifications.telegram_codes (
  code_hash text collate "C" not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  constraint telegram_codes_pkey primary key (code_hash),
  constraint telegram_code_of_member_is_one unique (member_id)
);
grant select, insert, update, delete on notifications.telegram_chats, notifications.telegram_codes to hirfa_app;

-- One notice on its way to one browser or chat.
create table notifications.alerts (
  notice_id uuid not null references notifications.notices,
  channel text collate "C" not null,
  target uuid not null,
  member_id uuid not null,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  constraint alerts_pkey primary key (notice_id, channel, target),
  constraint alert_channel_is_known check (channel in ('push', 'telegram')),
  constraint alert_has_one_end check (sent_at is null or given_up_at is null)
);
create index alerts_due on notifications.alerts (due_at, notice_id) where sent_at is null and given_up_at is null;
grant select, insert, update on notifications.alerts to hirfa_app;
