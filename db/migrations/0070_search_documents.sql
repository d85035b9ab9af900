-- Search, anew: what can be found, one narrow row a listed service, with the words that
-- src/modules/search analysed. PostgreSQL only compares lexemes; it knows nothing of the language.
drop table search.documents;

-- A small number for each leaf, so that a row's traits fit into one int8. Given once, never reused.
create table search.leaf_codes (
  leaf_key text not null,
  code smallint generated always as identity,
  constraint leaf_codes_pkey primary key (leaf_key),
  constraint leaf_code_is_used_once unique (code)
);
grant select, insert on search.leaf_codes to hirfa_app;

-- words: every term, `^term` again for each title term and `=term` for each tag's, `~c:<group>` `~s:<leaf>`, the cumulative
-- tiers `~t1` … of the best services, `~new` while its figures are not known. No letter of a text
-- becomes ^ or ~. There is no index on what moves with sales (quality, sales, ratings, online): such
-- an update stays inside its page (HOT; a page keeps room for one more row) and touches no posting list.
create table search.documents (
  service_id uuid not null,
  number integer not null,
  seller_id uuid not null,
  quality real not null,
  tier smallint not null,
  leaf_code smallint not null,
  price_minor bigint not null,
  delivery_days smallint not null,
  level smallint not null,
  languages integer not null,
  ai_free boolean not null,
  online boolean not null default false,
  sales_count integer not null,
  rating_hundredths smallint not null,
  rating_count integer not null,
  rating_score integer not null,
  published_at timestamptz not null,
  analyzer smallint not null,
  traits bigint not null generated always as (
    (leaf_code::bigint << 51) | (least((price_minor + 99) / 100, 4095) << 39) | (delivery_days::bigint << 32)
    | (languages::bigint << 10) | ((rating_hundredths / 10)::bigint << 4) | (level::bigint << 2)
    | (ai_free::integer::bigint << 1) | online::integer::bigint) stored,
  title_words text not null,
  words tsvector not null,
  constraint documents_pkey primary key (service_id),
  constraint document_tier_is_known check (tier between 1 and 12),
  constraint document_quality_is_a_share check (quality between 0 and 1)
) with (fillfactor = 75);
create index documents_by_words on search.documents using gin (words) with (gin_pending_list_limit = 256);
create index documents_of_seller on search.documents (seller_id);
grant select, insert, update, delete on search.documents to hirfa_app;
comment on column search.documents.title_words is 'Words of the title, then a tab, then of the tags, for the second phase of ranking: surface, or surface/term, or surface/term/alternate,alternate.';
comment on column search.documents.traits is 'All filters in 63 bits: leaf 12, whole dollars 12, days 7, languages 22, rating in tenths 6, level 2, AI-free 1, online 1. Counting reads this alone.';

-- One row in sixteen (by the service's number): large answers are counted here.
create table search.sample (
  service_id uuid not null,
  traits bigint not null,
  words tsvector not null,
  constraint sample_pkey primary key (service_id)
) with (fillfactor = 85);
create index sample_by_words on search.sample using gin (words);
grant select, insert, update, delete on search.sample to hirfa_app;

-- What changed, in the order of commits' beginnings, for the tables that processes keep in memory.
create table search.changes (
  seq bigint generated always as identity,
  service_id uuid not null,
  at timestamptz not null,
  constraint changes_pkey primary key (seq)
);
grant select, insert, delete on search.changes to hirfa_app;

-- The quality from which on a service belongs to a tier, as the last count found it.
create table search.tier_bounds (
  tier smallint not null,
  quality real not null,
  constraint tier_bounds_pkey primary key (tier)
);
grant select, insert, update, delete on search.tier_bounds to hirfa_app;

-- Who was online when it was last looked: only who came or went has rows to change.
create table search.online_sellers (
  seller_id uuid not null,
  constraint online_sellers_pkey primary key (seller_id)
);
grant select, insert, delete on search.online_sellers to hirfa_app;
