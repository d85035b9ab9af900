-- Building the index anew beside the old one, which goes on answering until the two are exchanged.
-- The application owns no table, so the three steps that change tables are functions of the owner.
create function search.begin_rebuild() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  drop table if exists search.documents_next, search.sample_next;
  create table search.documents_next (like search.documents
    including defaults including generated including constraints including comments) with (fillfactor = 75);
  create table search.sample_next (like search.sample) with (fillfactor = 85);
  grant select, insert, update, delete on search.documents_next, search.sample_next to hirfa_app;
end $$;

create function search.index_rebuild() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  alter table search.documents_next add constraint documents_next_pkey primary key (service_id);
  alter table search.sample_next add constraint sample_next_pkey primary key (service_id);
  create index documents_next_by_words on search.documents_next
    using gin (words) with (gin_pending_list_limit = 256);
  create index documents_next_of_seller on search.documents_next (seller_id);
  create index sample_next_by_words on search.sample_next using gin (words);
  analyze search.documents_next;
  analyze search.sample_next;
end $$;

-- Rows that were written since the instant are taken over as they are; then the names change hands.
create function search.finish_rebuild(since timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  columns text;
begin
  lock table search.documents, search.sample in share row exclusive mode;
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
  from pg_attribute
  where attrelid = 'search.documents'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  create temporary table touched on commit drop as
    select distinct service_id from search.changes where at >= since;
  delete from search.documents_next n using touched t where t.service_id = n.service_id;
  delete from search.sample_next n using touched t where t.service_id = n.service_id;
  execute format('insert into search.documents_next (%1$s) select %1$s from search.documents
    where service_id in (select service_id from touched)', columns);
  insert into search.sample_next (service_id, traits, words)
    select service_id, traits, words from search.documents_next
    where number % 16 = 0 and service_id in (select service_id from touched);
  drop table search.documents, search.sample;
  alter table search.documents_next rename to documents;
  alter table search.sample_next rename to sample;
  alter index search.documents_next_pkey rename to documents_pkey;
  alter index search.sample_next_pkey rename to sample_pkey;
  alter index search.documents_next_by_words rename to documents_by_words;
  alter index search.documents_next_of_seller rename to documents_of_seller;
  alter index search.sample_next_by_words rename to sample_by_words;
end $$;

revoke all on function search.begin_rebuild(), search.index_rebuild(), search.finish_rebuild(timestamptz) from public;
grant execute on function search.begin_rebuild(), search.index_rebuild(), search.finish_rebuild(timestamptz) to hirfa_app;
