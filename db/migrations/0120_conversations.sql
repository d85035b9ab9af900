-- Conversations before an order (SPEC 8.1): one thread a buyer, seller and service, apart from the
-- messages of orders.
alter table messaging.threads drop constraint thread_subject_is_known;
alter table messaging.threads add constraint thread_subject_is_known
  check (subject_kind in ('order', 'service-talk'));

-- Put away as spam by this member: no longer counted or announced, and nobody's figures know of it.
alter table messaging.thread_members add column spam_at timestamptz;
grant update (spam_at) on messaging.thread_members to hirfa_app;

-- Said by the house on behalf of its sender (the automatic reply): it does not mean that they have read.
alter table messaging.messages add column automatic boolean not null default false;

create schema conversations;

create table conversations.conversations (
  id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  service_id uuid not null,
  opened_at timestamptz not null,
  constraint conversations_pkey primary key (id),
  constraint conversation_about_a_service_is_one unique (buyer_id, seller_id, service_id),
  constraint conversation_has_two_sides check (buyer_id <> seller_id)
);

-- How a member answers when they do not answer themselves. Empty texts are off.
create table conversations.habits (
  member_id uuid not null,
  automatic_reply text not null default '',
  away_reply text not null default '',
  away_until timestamptz,
  constraint habits_pkey primary key (member_id),
  constraint automatic_reply_is_short check (length(automatic_reply) <= 1000),
  constraint away_reply_is_short check (length(away_reply) <= 1000)
);

create table conversations.quick_replies (
  id uuid not null,
  member_id uuid not null,
  body text not null,
  saved_at timestamptz not null,
  constraint quick_replies_pkey primary key (id),
  constraint quick_reply_is_saved_once unique (member_id, body),
  constraint quick_reply_is_short check (length(body) between 1 and 1000)
);

-- Whose messages before an order a member does not take. A running order is never cut off.
create table conversations.blocks (
  member_id uuid not null,
  blocked_id uuid not null,
  at timestamptz not null,
  constraint blocks_pkey primary key (member_id, blocked_id),
  constraint nobody_blocks_themselves check (member_id <> blocked_id)
);

grant usage on schema conversations to hirfa_app;
grant select on all tables in schema conversations to hirfa_app;
grant insert on all tables in schema conversations to hirfa_app;
grant update (automatic_reply, away_reply, away_until) on conversations.habits to hirfa_app;
grant delete on conversations.quick_replies, conversations.blocks to hirfa_app;
