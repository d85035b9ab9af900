-- Search: what can be found, in one row a listed service. Fed by the catalogue's facts.
create schema search;
grant usage on schema search to hirfa_app;

create table search.documents (
  service_id uuid not null,
  number integer not null,
  words tsvector not null,
  leaf_key text not null,
  group_key text not null,
  price_minor bigint not null,
  delivery_days smallint not null,
  sales_count integer not null,
  rating_score integer not null,
  published_at timestamptz not null,
  constraint documents_pkey primary key (service_id)
);
create index documents_by_words on search.documents using gin (words);
grant select, insert, update, delete on search.documents to hirfa_app;
