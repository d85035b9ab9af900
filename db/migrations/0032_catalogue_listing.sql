-- What lists show of a service, in one row: a page of 24 is one walk of one index.
-- Only listed services have a row. The catalogue's own writes keep it.
create table catalogue.service_cards (
  service_id uuid not null,
  number integer not null,
  title text not null,
  leaf_key text not null,
  group_key text not null,
  price_minor bigint not null,
  delivery_days smallint not null,
  cover_file_id uuid,
  seller_id uuid not null,
  seller_name text not null,
  seller_handle text not null,
  seller_level text not null,
  sales_count integer not null default 0,
  rating_count integer not null default 0,
  rating_hundredths integer not null default 0,
  rating_score integer not null default 0,
  published_at timestamptz not null,
  constraint service_cards_pkey primary key (service_id),
  constraint card_service_exists foreign key (service_id) references catalogue.services (id)
);
create index cards_newest on catalogue.service_cards (published_at desc, number desc);
create index cards_by_price on catalogue.service_cards (price_minor, number desc);
create index cards_by_sales on catalogue.service_cards (sales_count desc, number desc);
create index cards_by_rating on catalogue.service_cards (rating_score desc, number desc);
create index cards_newest_of_group on catalogue.service_cards (group_key, published_at desc, number desc);
create index cards_by_price_of_group on catalogue.service_cards (group_key, price_minor, number desc);
create index cards_by_sales_of_group on catalogue.service_cards (group_key, sales_count desc, number desc);
create index cards_by_rating_of_group on catalogue.service_cards (group_key, rating_score desc, number desc);
create index cards_newest_of_leaf on catalogue.service_cards (leaf_key, published_at desc, number desc);
create index cards_by_price_of_leaf on catalogue.service_cards (leaf_key, price_minor, number desc);
create index cards_by_sales_of_leaf on catalogue.service_cards (leaf_key, sales_count desc, number desc);
create index cards_by_rating_of_leaf on catalogue.service_cards (leaf_key, rating_score desc, number desc);
create index cards_of_seller on catalogue.service_cards (seller_id, sales_count desc, number desc);
grant select, insert, update, delete on catalogue.service_cards to hirfa_app;

-- Sales and ratings outlive the card: a paused service that comes back keeps them.
create table catalogue.service_figures (
  service_id uuid not null,
  sales_count integer not null default 0,
  rating_count integer not null default 0,
  rating_hundredths integer not null default 0,
  rating_score integer not null default 0,
  constraint service_figures_pkey primary key (service_id),
  constraint figures_service_exists foreign key (service_id) references catalogue.services (id)
);
grant select, insert, update on catalogue.service_figures to hirfa_app;

-- A sale is counted once, however often its fact arrives.
create table catalogue.counted_sales (
  order_id uuid not null,
  service_id uuid not null,
  constraint counted_sales_pkey primary key (order_id),
  constraint sale_service_exists foreign key (service_id) references catalogue.services (id)
);
create index counted_sales_of_service on catalogue.counted_sales (service_id);
grant select, insert on catalogue.counted_sales to hirfa_app;

-- How many listed services each scope has at each price and delivery time, so that filters show
-- exact counts without counting. Scopes: '' (all), a group's key, a leaf's key.
create table catalogue.listing_counts (
  scope text not null,
  price_minor bigint not null,
  delivery_days smallint not null,
  services integer not null,
  constraint listing_counts_pkey primary key (scope, price_minor, delivery_days),
  constraint listing_counts_are_not_negative check (services >= 0)
);
grant select, insert, update on catalogue.listing_counts to hirfa_app;

create function catalogue.change_count(
  of_scope text, of_price bigint, of_days smallint, change integer) returns void
language plpgsql as $$
begin
  update catalogue.listing_counts set services = services + change
  where scope = of_scope and price_minor = of_price and delivery_days = of_days;
  if not found then
    insert into catalogue.listing_counts as held (scope, price_minor, delivery_days, services)
    values (of_scope, of_price, of_days, change)
    on conflict (scope, price_minor, delivery_days)
      do update set services = held.services + excluded.services;
  end if;
end $$;

-- One statement, one update of each count it changes, always in the same order.
create function catalogue.count_cards() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform catalogue.change_count(scope, price_minor, delivery_days, change)
    from (
      select scope, price_minor, delivery_days, sum(change)::integer as change
      from (select group_key, leaf_key, price_minor, delivery_days, 1 as change from added) as cards
        cross join lateral (values (''), (group_key), (leaf_key)) as scopes (scope)
      group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
    ) as changes;
  elsif tg_op = 'DELETE' then
    perform catalogue.change_count(scope, price_minor, delivery_days, change)
    from (
      select scope, price_minor, delivery_days, sum(change)::integer as change
      from (select group_key, leaf_key, price_minor, delivery_days, -1 as change from removed) as cards
        cross join lateral (values (''), (group_key), (leaf_key)) as scopes (scope)
      group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
    ) as changes;
  else
    perform catalogue.change_count(scope, price_minor, delivery_days, change)
    from (
      select scope, price_minor, delivery_days, sum(change)::integer as change
      from (select group_key, leaf_key, price_minor, delivery_days, 1 as change from added
        union all select group_key, leaf_key, price_minor, delivery_days, -1 as change from removed) as cards
        cross join lateral (values (''), (group_key), (leaf_key)) as scopes (scope)
      group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
    ) as changes;
  end if;
  return null;
end $$;

create trigger cards_added_are_counted after insert on catalogue.service_cards
  referencing new table as added for each statement execute function catalogue.count_cards();
create trigger cards_removed_are_counted after delete on catalogue.service_cards
  referencing old table as removed for each statement execute function catalogue.count_cards();
create trigger cards_changed_are_counted after update on catalogue.service_cards
  referencing old table as removed new table as added
  for each statement execute function catalogue.count_cards();
