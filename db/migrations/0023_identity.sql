-- Members, their sign-in and their roles (SPEC 1). The tables members, sessions and credentials are
-- the ones the sign-in library knows; the rest is ours.
create extension if not exists pg_trgm;
create schema identity;
grant usage on schema identity to hirfa_app;

create table identity.members (
  id uuid primary key,
  email text not null constraint email_is_lower_case check (email = lower(email)),
  email_verified boolean not null,
  display_name text not null,
  handle text not null constraint handle_is_well_formed check (handle ~ '^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$'),
  image text,
  headline text not null,
  bio text not null,
  skills text[] not null,
  languages text[] not null,
  country text constraint country_is_a_code check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  locale text not null constraint locale_is_known check (locale in ('ar', 'en')),
  digits text not null constraint digits_are_known check (digits in ('latn', 'arab')),
  calendar text not null constraint calendar_is_known check (calendar in ('gregory', 'islamic-umalqura')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_seen_at timestamptz,
  constraint email_is_taken_once unique (email),
  constraint handle_is_taken_once unique (handle)
);
create index members_newest on identity.members (created_at desc, id desc);
create index members_search on identity.members
  using gin ((lower(display_name) || ' ' || handle || ' ' || email) gin_trgm_ops);
grant select, insert, update on identity.members to hirfa_app;
comment on column identity.members.created_at is 'When the member joined, by the business clock.';

create table identity.credentials (
  id uuid primary key,
  member_id uuid not null references identity.members on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credential_is_kept_once unique (provider_id, account_id)
);
create index credentials_of_member on identity.credentials (member_id);
grant select, insert, update on identity.credentials to hirfa_app;
comment on column identity.credentials.password is 'Argon2id in PHC form.';

-- Sessions live by wall time: a clock moved in a demo signs nobody out.
create table identity.sessions (
  id uuid primary key,
  member_id uuid not null references identity.members on delete cascade,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint session_token_is_unique unique (token)
);
create index sessions_of_member on identity.sessions (member_id, created_at desc);
create index sessions_expire on identity.sessions (expires_at);
grant select, insert, update, delete on identity.sessions to hirfa_app;

-- Links that work once. Only the SHA-256 of the token is kept; `cause` is the fact that asked for
-- the link, so that the same fact heard twice mails one link.
create table identity.one_time_links (
  id uuid primary key,
  purpose text not null constraint link_purpose_is_known check (purpose in ('verify-email', 'reset-password', 'confirm-old-email', 'confirm-new-email')),
  member_id uuid not null references identity.members,
  token_hash text not null,
  cause text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint link_token_is_unique unique (token_hash),
  constraint link_is_made_once_a_cause unique (cause)
);
create index links_of_member on identity.one_time_links (member_id, purpose);
create index links_expire on identity.one_time_links (expires_at);
grant select, insert, update, delete on identity.one_time_links to hirfa_app;

-- A new email holds when both addresses have confirmed it (SPEC 1.1); one change at a time.
create table identity.email_changes (
  member_id uuid primary key references identity.members,
  new_email text not null constraint new_email_is_lower_case check (new_email = lower(new_email)),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz
);
grant select, insert, update, delete on identity.email_changes to hirfa_app;

create table identity.consents (
  member_id uuid not null references identity.members,
  document text not null constraint consent_is_to_a_known_text check (document in ('terms', 'privacy', 'age-18')),
  version text not null,
  at timestamptz not null,
  constraint consents_pkey primary key (member_id, document, version)
);
grant select, insert on identity.consents to hirfa_app;

create table identity.member_roles (
  member_id uuid not null references identity.members,
  role text not null constraint role_is_known check (role in ('reviewer', 'support', 'finance', 'ads', 'admin')),
  granted_by text not null,
  granted_at timestamptz not null,
  constraint member_roles_pkey primary key (member_id, role)
);
create index members_of_role on identity.member_roles (role);
grant select, insert, delete on identity.member_roles to hirfa_app;
