-- Searches that members keep, with letters about what is new. `address` is the canonical address of
-- the search page, filters and all: opening it and looking for what is new are the same search.
create table search.saved_searches (
  id uuid not null,
  member_id uuid not null,
  name text not null,
  address text collate "C" not null,
  alerts boolean not null,
  saved_at timestamptz not null,
  -- Services published up to here were looked at.
  looked_at timestamptz not null,
  -- When it is looked at next.
  due_at timestamptz not null,
  constraint saved_searches_pkey primary key (id),
  constraint search_is_saved_once_a_member unique (member_id, address),
  constraint saved_search_has_a_name check (length(name) between 1 and 80),
  constraint saved_address_is_of_the_search check (address like '/search?%' and length(address) <= 2000)
);
create index saved_searches_due on search.saved_searches (due_at, id) where alerts;
grant select, insert, update, delete on search.saved_searches to hirfa_app;

-- Where a letter's reader ends letters of its kind with one press (RFC 8058); mail programs show it.
alter table platform.outgoing_mail add column unsubscribe_url text;
