-- The tier of a service by its rank: it keeps the one it holds while the rank is within the band and a
-- share beyond it; the number after the last size is that of no tier.
create function search.tier_of(rank bigint, held integer, sizes integer[], slack real) returns smallint
language sql immutable parallel safe
return case
  when rank <= coalesce(sizes[held], 2147483647) * (1 + slack)
    and rank > coalesce(sizes[held - 1], 0) * (1 - slack) then held
  else cardinality(sizes) + 1 - (select count(*) from unnest(sizes) as size where size >= rank)
end;

-- Puts the index that is being built in the order of quality, each service in its tier, before it has
-- keys: moving them afterwards would touch a posting list for every row. marks[n] are the marks of tier n.
create function search.place_rebuild(sizes integer[], slack real, marks text[], every_mark text[])
returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  columns text;
  placed text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg(case attname
      when 'tier' then 'p.tier'
      when 'words' then 'ts_delete(d.words, $4) || $3[p.tier]::tsvector'
      else 'd.' || quote_ident(attname) end, ', ' order by attnum)
  into columns, placed
  from pg_attribute
  where attrelid = 'search.documents_next'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  create table search.documents_placed (like search.documents_next
    including defaults including generated including constraints including comments) with (fillfactor = 75);
  execute format('with ranked as (
      select service_id, tier as held, row_number() over (order by quality desc, number desc) as rank
      from search.documents_next),
    p as (select service_id, rank, search.tier_of(rank, held, $1, $2) as tier from ranked)
    insert into search.documents_placed (%s)
    select %s from p join search.documents_next d using (service_id) order by p.rank', columns, placed)
  using sizes, slack, marks, every_mark;
  drop table search.documents_next;
  alter table search.documents_placed rename to documents_next;
  grant select, insert, update, delete on search.documents_next to hirfa_app;
  insert into search.sample_next (service_id, traits, words)
  select service_id, traits, words from search.documents_next where number % 16 = 0;
end $$;

revoke all on function search.place_rebuild(integer[], real, text[], text[]) from public;
grant execute on function search.place_rebuild(integer[], real, text[], text[]) to hirfa_app;
