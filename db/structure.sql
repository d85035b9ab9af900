-- Written by `npm run db:types` from the migrated database; never by hand.

-- The check fails when the migrations make anything else than what stands here.

-- extension pg_trgm in public
-- extension plpgsql in pg_catalog

create schema audit;

grant usage on schema audit to hirfa_app;

create table audit.acts (
  id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  reason text,
  before jsonb,
  after jsonb
);
alter table audit.acts add constraint acts_pkey PRIMARY KEY (id);
alter table audit.acts add constraint audited_verb_is_named CHECK ((verb ~ '^[a-z-]+\.[a-z-]+$'::text));
CREATE INDEX acts_newest ON audit.acts USING btree (at DESC);
CREATE INDEX acts_of_subject ON audit.acts USING btree (subject_kind, subject_id, at DESC);
CREATE TRIGGER acts_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.acts FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
grant insert, select on table audit.acts to hirfa_app;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audited acts are only added' using errcode = 'restrict_violation';
end $function$
;

grant execute on function audit.refuse_change() to public;

create schema catalogue;

grant usage on schema catalogue to hirfa_app;

create table catalogue.categories (
  key text not null,
  group_key text,
  name_ar text not null,
  name_en text not null,
  slug text not null,
  hue smallint not null,
  icon text not null,
  position smallint not null
);
alter table catalogue.categories add constraint categories_pkey PRIMARY KEY (key);
alter table catalogue.categories add constraint category_slug_is_used_once UNIQUE (slug);
alter table catalogue.categories add constraint category_hue_is_an_angle CHECK (((hue >= 0) AND (hue <= 359)));
alter table catalogue.categories add constraint category_group_exists FOREIGN KEY (group_key) REFERENCES catalogue.categories(key);
grant insert, select, update on table catalogue.categories to hirfa_app;

create table catalogue.counted_sales (
  order_id uuid not null,
  service_id uuid not null
);
alter table catalogue.counted_sales add constraint counted_sales_pkey PRIMARY KEY (order_id);
alter table catalogue.counted_sales add constraint sale_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX counted_sales_of_service ON catalogue.counted_sales USING btree (service_id);
grant insert, select on table catalogue.counted_sales to hirfa_app;

create table catalogue.favourites (
  member_id uuid not null,
  service_id uuid not null,
  at timestamp with time zone not null
);
alter table catalogue.favourites add constraint favourites_pkey PRIMARY KEY (member_id, service_id);
alter table catalogue.favourites add constraint favourite_member_exists FOREIGN KEY (member_id) REFERENCES identity.members(id);
alter table catalogue.favourites add constraint favourite_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX favourites_of_member ON catalogue.favourites USING btree (member_id, at DESC, service_id);
CREATE INDEX favourites_of_service ON catalogue.favourites USING btree (service_id);
grant delete, insert, select on table catalogue.favourites to hirfa_app;

create table catalogue.gallery (
  service_id uuid not null,
  file_id uuid not null,
  position smallint not null
);
alter table catalogue.gallery add constraint gallery_pkey PRIMARY KEY (service_id, file_id);
alter table catalogue.gallery add constraint gallery_file_exists FOREIGN KEY (file_id) REFERENCES media.files(id);
alter table catalogue.gallery add constraint gallery_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX gallery_of_file ON catalogue.gallery USING btree (file_id);
grant delete, insert, select, update on table catalogue.gallery to hirfa_app;

create table catalogue.holidays (
  id uuid not null,
  seller_id uuid not null,
  started_at timestamp with time zone not null,
  returns_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table catalogue.holidays add constraint holidays_pkey PRIMARY KEY (id);
alter table catalogue.holidays add constraint holiday_ends_after_it_began CHECK ((returns_at > started_at));
alter table catalogue.holidays add constraint holiday_seller_exists FOREIGN KEY (seller_id) REFERENCES identity.members(id);
CREATE INDEX holidays_ending ON catalogue.holidays USING btree (returns_at) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX open_holiday_is_one ON catalogue.holidays USING btree (seller_id) WHERE (ended_at IS NULL);
grant insert, select, update on table catalogue.holidays to hirfa_app;

create table catalogue.image_bands (
  hash integer not null,
  file_id uuid not null
);
alter table catalogue.image_bands add constraint image_bands_pkey PRIMARY KEY (hash, file_id);
alter table catalogue.image_bands add constraint image_band_has_a_print FOREIGN KEY (file_id) REFERENCES catalogue.image_prints(file_id) ON DELETE CASCADE;
CREATE INDEX image_bands_of_file ON catalogue.image_bands USING btree (file_id);
grant insert, select on table catalogue.image_bands to hirfa_app;

create table catalogue.image_prints (
  file_id uuid not null,
  bits bytea not null
);
alter table catalogue.image_prints add constraint image_prints_pkey PRIMARY KEY (file_id);
alter table catalogue.image_prints add constraint image_print_is_256_bits CHECK ((length(bits) = 32));
alter table catalogue.image_prints add constraint image_print_file_exists FOREIGN KEY (file_id) REFERENCES media.files(id) ON DELETE CASCADE;
grant insert, select on table catalogue.image_prints to hirfa_app;

create table catalogue.listing_counts (
  scope text not null,
  price_minor bigint not null,
  delivery_days smallint not null,
  services integer not null
);
alter table catalogue.listing_counts add constraint listing_counts_pkey PRIMARY KEY (scope, price_minor, delivery_days);
alter table catalogue.listing_counts add constraint listing_counts_are_not_negative CHECK ((services >= 0));
grant insert, select, update on table catalogue.listing_counts to hirfa_app;

create table catalogue.past_versions (
  service_id uuid not null,
  version integer not null,
  edition integer not null,
  content jsonb not null,
  sold_from timestamp with time zone not null,
  sold_until timestamp with time zone not null
);
alter table catalogue.past_versions add constraint past_versions_pkey PRIMARY KEY (service_id, version);
alter table catalogue.past_versions add constraint past_version_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
grant insert, select on table catalogue.past_versions to hirfa_app;

create table catalogue.queues (
  service_id uuid not null,
  running integer default 0 not null
);
alter table catalogue.queues add constraint queues_pkey PRIMARY KEY (service_id);
alter table catalogue.queues add constraint queue_is_never_negative CHECK ((running >= 0));
alter table catalogue.queues add constraint queue_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
grant delete, insert, select, update on table catalogue.queues to hirfa_app;

create table catalogue.revisions (
  service_id uuid not null,
  state text not null,
  version integer not null,
  content jsonb not null,
  review_notes jsonb default '{}'::jsonb not null,
  changed_at timestamp with time zone not null,
  submitted_at timestamp with time zone not null
);
comment on table catalogue.revisions is 'The next version of an approved service, one at a time; closed when it was approved or dropped.';
comment on column catalogue.revisions.version is 'Of the same count as services.version: approved, it is the number that is sold.';
alter table catalogue.revisions add constraint revisions_pkey PRIMARY KEY (service_id);
alter table catalogue.revisions add constraint revision_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'pending_review'::text, 'rejected'::text, 'closed'::text])));
alter table catalogue.revisions add constraint revision_version_counts_up CHECK ((version >= 2));
alter table catalogue.revisions add constraint revision_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX revisions_waiting_for_review ON catalogue.revisions USING btree (submitted_at, service_id) WHERE (state = 'pending_review'::text);
grant insert, select, update on table catalogue.revisions to hirfa_app;

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
  sales_count integer default 0 not null,
  rating_count integer default 0 not null,
  rating_hundredths integer default 0 not null,
  rating_score integer default 0 not null,
  published_at timestamp with time zone not null
);
alter table catalogue.service_cards add constraint service_cards_pkey PRIMARY KEY (service_id);
alter table catalogue.service_cards add constraint card_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX cards_by_price ON catalogue.service_cards USING btree (price_minor, number DESC);
CREATE INDEX cards_by_price_of_group ON catalogue.service_cards USING btree (group_key, price_minor, number DESC);
CREATE INDEX cards_by_price_of_leaf ON catalogue.service_cards USING btree (leaf_key, price_minor, number DESC);
CREATE INDEX cards_by_rating ON catalogue.service_cards USING btree (rating_score DESC, number DESC);
CREATE INDEX cards_by_rating_of_group ON catalogue.service_cards USING btree (group_key, rating_score DESC, number DESC);
CREATE INDEX cards_by_rating_of_leaf ON catalogue.service_cards USING btree (leaf_key, rating_score DESC, number DESC);
CREATE INDEX cards_by_sales ON catalogue.service_cards USING btree (sales_count DESC, number DESC);
CREATE INDEX cards_by_sales_of_group ON catalogue.service_cards USING btree (group_key, sales_count DESC, number DESC);
CREATE INDEX cards_by_sales_of_leaf ON catalogue.service_cards USING btree (leaf_key, sales_count DESC, number DESC);
CREATE INDEX cards_newest ON catalogue.service_cards USING btree (published_at DESC, number DESC);
CREATE INDEX cards_newest_of_group ON catalogue.service_cards USING btree (group_key, published_at DESC, number DESC);
CREATE INDEX cards_newest_of_leaf ON catalogue.service_cards USING btree (leaf_key, published_at DESC, number DESC);
CREATE INDEX cards_of_seller ON catalogue.service_cards USING btree (seller_id, sales_count DESC, number DESC);
CREATE TRIGGER cards_added_are_counted AFTER INSERT ON catalogue.service_cards REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catalogue.count_cards();
CREATE TRIGGER cards_changed_are_counted AFTER UPDATE ON catalogue.service_cards REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION catalogue.count_cards();
CREATE TRIGGER cards_removed_are_counted AFTER DELETE ON catalogue.service_cards REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION catalogue.count_cards();
grant delete, insert, select, update on table catalogue.service_cards to hirfa_app;

create table catalogue.service_figures (
  service_id uuid not null,
  sales_count integer default 0 not null,
  rating_count integer default 0 not null,
  rating_hundredths integer default 0 not null,
  rating_score integer default 0 not null,
  favourites_count integer default 0 not null
);
alter table catalogue.service_figures add constraint service_figures_pkey PRIMARY KEY (service_id);
alter table catalogue.service_figures add constraint favourites_are_never_negative CHECK ((favourites_count >= 0));
alter table catalogue.service_figures add constraint figures_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
grant insert, select, update on table catalogue.service_figures to hirfa_app;

create table catalogue.service_history (
  id bigint generated always as identity not null,
  service_id uuid not null,
  verb text not null,
  from_state text,
  to_state text not null,
  version integer not null,
  actor text not null,
  notes jsonb default '{}'::jsonb not null,
  at timestamp with time zone not null
);
alter table catalogue.service_history add constraint service_history_pkey PRIMARY KEY (id);
alter table catalogue.service_history add constraint history_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX history_of_service ON catalogue.service_history USING btree (service_id, id);
grant insert, select on table catalogue.service_history to hirfa_app;

create table catalogue.services (
  id uuid not null,
  number integer generated always as identity not null,
  seller_id uuid not null,
  state text not null,
  version integer default 1 not null,
  leaf_key text not null,
  title text not null,
  description text default ''::text not null,
  base_price_minor bigint default 500 not null,
  delivery_days smallint default 3 not null,
  changes_included smallint default 2 not null,
  quantity_multiplies_time boolean default false not null,
  tags text[] default '{}'::text[] not null,
  languages text[] default '{}'::text[] not null,
  ai_use text default 'none'::text not null,
  rights_text text default ''::text not null,
  questions jsonb default '[]'::jsonb not null,
  faq jsonb default '[]'::jsonb not null,
  review_notes jsonb default '{}'::jsonb not null,
  approved_content jsonb,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  declared_at timestamp with time zone,
  submitted_at timestamp with time zone,
  published_at timestamp with time zone,
  edition integer default 1 not null,
  sold_since timestamp with time zone,
  queue_limit smallint,
  away boolean default false not null,
  printed boolean default false not null
);
comment on column catalogue.services.version is 'Counts every change of what is sold; a purchase names the version it was shown.';
comment on column catalogue.services.approved_content is 'The texts a reviewer approved: later edits are measured against them.';
comment on column catalogue.services.edition is 'Counts what reviewers approved, from 1: the number people are told. Small edits keep it.';
comment on column catalogue.services.sold_since is 'Since when exactly this content is the one that is sold; null while it is a draft.';
comment on column catalogue.services.queue_limit is 'At most so many orders at work at a time; null: any number; 0: hidden and not sold.';
comment on column catalogue.services.away is 'Its seller is on holiday: kept by the holiday, so that a purchase reads one row.';
alter table catalogue.services add constraint services_pkey PRIMARY KEY (id);
alter table catalogue.services add constraint service_number_is_used_once UNIQUE (number);
alter table catalogue.services add constraint published_service_was_approved CHECK (((state <> ALL (ARRAY['published'::text, 'paused'::text])) OR ((published_at IS NOT NULL) AND (approved_content IS NOT NULL))));
alter table catalogue.services add constraint service_ai_use_is_known CHECK ((ai_use = ANY (ARRAY['none'::text, 'assisted'::text, 'generated'::text])));
alter table catalogue.services add constraint service_changes_are_counted CHECK (((changes_included >= 0) AND (changes_included <= 20)));
alter table catalogue.services add constraint service_delivery_takes_days CHECK (((delivery_days >= 1) AND (delivery_days <= 90)));
alter table catalogue.services add constraint service_description_is_short CHECK ((length(description) <= 2000));
alter table catalogue.services add constraint service_edition_counts_up CHECK ((edition >= 1));
alter table catalogue.services add constraint service_price_is_positive CHECK ((base_price_minor > 0));
alter table catalogue.services add constraint service_queue_limit_is_small CHECK (((queue_limit >= 0) AND (queue_limit <= 100)));
alter table catalogue.services add constraint service_rights_text_is_short CHECK ((length(rights_text) <= 500));
alter table catalogue.services add constraint service_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'pending_review'::text, 'published'::text, 'paused'::text, 'rejected'::text, 'archived'::text])));
alter table catalogue.services add constraint service_tags_are_few CHECK ((cardinality(tags) <= 10));
alter table catalogue.services add constraint service_title_is_short CHECK (((length(title) >= 1) AND (length(title) <= 60)));
alter table catalogue.services add constraint service_version_counts_up CHECK ((version >= 1));
alter table catalogue.services add constraint submitted_service_is_declared CHECK (((state = ANY (ARRAY['draft'::text, 'rejected'::text, 'archived'::text])) OR (declared_at IS NOT NULL)));
alter table catalogue.services add constraint service_category_exists FOREIGN KEY (leaf_key) REFERENCES catalogue.categories(key);
alter table catalogue.services add constraint service_seller_exists FOREIGN KEY (seller_id) REFERENCES identity.members(id);
CREATE INDEX services_of_category ON catalogue.services USING btree (leaf_key);
CREATE INDEX services_of_seller ON catalogue.services USING btree (seller_id, changed_at DESC);
CREATE INDEX services_to_print ON catalogue.services USING btree (number) WHERE ((NOT printed) AND (submitted_at IS NOT NULL));
CREATE INDEX services_waiting_for_review ON catalogue.services USING btree (submitted_at, id) WHERE (state = 'pending_review'::text);
grant insert, select, update on table catalogue.services to hirfa_app;

create table catalogue.text_bands (
  hash integer not null,
  service_number integer not null,
  next boolean not null
);
alter table catalogue.text_bands add constraint text_bands_pkey PRIMARY KEY (hash, service_number, next);
CREATE INDEX text_bands_of_service ON catalogue.text_bands USING btree (service_number, next);
grant delete, insert, select, update on table catalogue.text_bands to hirfa_app;

create table catalogue.text_prints (
  service_number integer not null,
  next boolean not null,
  service_id uuid not null,
  signature integer[] not null
);
comment on column catalogue.text_prints.next is 'Of what waits for a reviewer; else of what is or was sold.';
alter table catalogue.text_prints add constraint text_prints_pkey PRIMARY KEY (service_number, next);
alter table catalogue.text_prints add constraint text_print_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
grant delete, insert, select, update on table catalogue.text_prints to hirfa_app;

create table catalogue.upgrades (
  id uuid not null,
  service_id uuid not null,
  position smallint not null,
  title text not null,
  price_minor bigint not null,
  days_delta smallint not null
);
alter table catalogue.upgrades add constraint upgrades_pkey PRIMARY KEY (id);
alter table catalogue.upgrades add constraint upgrade_days_are_few CHECK (((days_delta >= '-30'::integer) AND (days_delta <= 30)));
alter table catalogue.upgrades add constraint upgrade_price_is_positive CHECK ((price_minor > 0));
alter table catalogue.upgrades add constraint upgrade_title_is_short CHECK ((length(title) <= 100));
alter table catalogue.upgrades add constraint upgrade_service_exists FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX upgrades_of_service ON catalogue.upgrades USING btree (service_id, "position");
grant delete, insert, select, update on table catalogue.upgrades to hirfa_app;

CREATE OR REPLACE FUNCTION catalogue.change_count(of_scope text, of_price bigint, of_days smallint, change integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  update catalogue.listing_counts set services = services + change
  where scope = of_scope and price_minor = of_price and delivery_days = of_days;
  if not found then
    insert into catalogue.listing_counts as held (scope, price_minor, delivery_days, services)
    values (of_scope, of_price, of_days, change)
    on conflict (scope, price_minor, delivery_days)
      do update set services = held.services + excluded.services;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION catalogue.count_cards()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION catalogue.is_sellable(of_service uuid, of_version integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from catalogue.services
    where id = of_service and version = of_version and state = 'published' and not away
      and queue_limit is distinct from 0)
$function$
;

CREATE OR REPLACE FUNCTION catalogue.places(of_service uuid, of_version integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_limit smallint;
begin
  select queue_limit into v_limit from catalogue.services
  where id = of_service and version = of_version and state = 'published' and not away
    and queue_limit is distinct from 0;
  if not found then
    return null;
  end if;
  if v_limit is null then
    return 2147483647;
  end if;
  perform from catalogue.queues where service_id = of_service for update;
  -- The limit may have changed while this buyer waited.
  select queue_limit into v_limit from catalogue.services
  where id = of_service and version = of_version and state = 'published' and not away
    and queue_limit is distinct from 0;
  return case when found then coalesce(v_limit, 2147483647) end;
end $function$
;

grant execute on function catalogue.change_count(text,bigint,smallint,integer) to public;

grant execute on function catalogue.count_cards() to public;

grant execute on function catalogue.is_sellable(uuid,integer) to hirfa_app;

grant execute on function catalogue.places(uuid,integer) to hirfa_app;

create schema checkout;

grant usage on schema checkout to hirfa_app;

create table checkout.cart_lines (
  member_id uuid not null,
  service_id uuid not null,
  upgrade_ids uuid[] not null,
  quantity smallint not null,
  price_minor bigint not null,
  delivery_days integer not null,
  added_at timestamp with time zone not null
);
comment on column checkout.cart_lines.price_minor is 'As it was shown when it was added: a change is told.';
alter table checkout.cart_lines add constraint cart_lines_pkey PRIMARY KEY (member_id, service_id);
alter table checkout.cart_lines add constraint cart_line_price_is_positive CHECK ((price_minor > 0));
alter table checkout.cart_lines add constraint cart_line_quantity_is_small CHECK (((quantity >= 1) AND (quantity <= 10)));
alter table checkout.cart_lines add constraint cart_line_takes_a_day CHECK ((delivery_days >= 1));
alter table checkout.cart_lines add constraint cart_is_of_a_member FOREIGN KEY (member_id) REFERENCES identity.members(id);
alter table checkout.cart_lines add constraint cart_line_is_a_service FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
CREATE INDEX cart_lines_of_service ON checkout.cart_lines USING btree (service_id);
grant delete, insert, select, update on table checkout.cart_lines to hirfa_app;

create table checkout.cart_purchases (
  id uuid not null,
  buyer_id uuid not null,
  key text not null,
  lines jsonb not null,
  price_minor bigint not null,
  from_balance_minor bigint not null,
  fee_minor bigint not null,
  payment_id uuid,
  state text not null,
  reason text,
  order_ids uuid[],
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
alter table checkout.cart_purchases add constraint cart_purchases_pkey PRIMARY KEY (id);
alter table checkout.cart_purchases add constraint cart_is_paid_once UNIQUE (buyer_id, key);
alter table checkout.cart_purchases add constraint cart_purchase_fee_is_not_negative CHECK ((fee_minor >= 0));
alter table checkout.cart_purchases add constraint cart_purchase_has_lines CHECK (((jsonb_typeof(lines) = 'array'::text) AND (lines <> '[]'::jsonb)));
alter table checkout.cart_purchases add constraint cart_purchase_is_settled_when_not_waiting CHECK (((state = 'waiting'::text) = (settled_at IS NULL)));
alter table checkout.cart_purchases add constraint cart_purchase_price_is_positive CHECK ((price_minor > 0));
alter table checkout.cart_purchases add constraint cart_purchase_shares_its_price CHECK (((from_balance_minor >= 0) AND (from_balance_minor <= price_minor)));
alter table checkout.cart_purchases add constraint cart_purchase_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'placed'::text, 'returned'::text, 'given_up'::text])));
alter table checkout.cart_purchases add constraint placed_cart_has_its_orders CHECK (((state = 'placed'::text) = (order_ids IS NOT NULL)));
alter table checkout.cart_purchases add constraint returned_cart_says_why CHECK (((state = 'returned'::text) = (reason IS NOT NULL)));
CREATE INDEX cart_purchases_of_buyer ON checkout.cart_purchases USING btree (buyer_id, created_at DESC);
grant insert, select on table checkout.cart_purchases to hirfa_app;
grant update (payment_id, state, reason, order_ids, settled_at) on table checkout.cart_purchases to hirfa_app;

create table checkout.offers (
  id uuid not null,
  conversation_id uuid not null,
  request_id uuid,
  service_id uuid not null,
  seller_id uuid not null,
  buyer_id uuid not null,
  form_key text collate "C" not null,
  title text not null,
  scope text not null,
  price_minor bigint not null,
  delivery_days integer not null,
  changes_included integer not null,
  asks_questions boolean not null,
  state text collate "C" default 'open'::text not null,
  reason text default ''::text not null,
  order_id uuid,
  offered_at timestamp with time zone not null,
  stands_until timestamp with time zone not null,
  reminded_at timestamp with time zone,
  settled_at timestamp with time zone
);
alter table checkout.offers add constraint offers_pkey PRIMARY KEY (id);
alter table checkout.offers add constraint offer_form_is_sent_once UNIQUE (seller_id, form_key);
alter table checkout.offers add constraint offer_accepted_is_an_order CHECK (((state = 'accepted'::text) = (order_id IS NOT NULL)));
alter table checkout.offers add constraint offer_changes_are_few CHECK (((changes_included >= 0) AND (changes_included <= 20)));
alter table checkout.offers add constraint offer_has_two_sides CHECK ((buyer_id <> seller_id));
alter table checkout.offers add constraint offer_is_settled_once CHECK (((state = 'open'::text) = (settled_at IS NULL)));
alter table checkout.offers add constraint offer_price_is_positive CHECK ((price_minor > 0));
alter table checkout.offers add constraint offer_reason_is_short CHECK ((length(reason) <= 500));
alter table checkout.offers add constraint offer_says_its_scope CHECK (((length(scope) >= 1) AND (length(scope) <= 5000)));
alter table checkout.offers add constraint offer_stands_a_while CHECK ((stands_until > offered_at));
alter table checkout.offers add constraint offer_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])));
alter table checkout.offers add constraint offer_takes_days CHECK (((delivery_days >= 1) AND (delivery_days <= 90)));
alter table checkout.offers add constraint offer_title_is_short CHECK (((length(title) >= 1) AND (length(title) <= 80)));
alter table checkout.offers add constraint offer_answers_a_request FOREIGN KEY (request_id) REFERENCES checkout.order_requests(id);
CREATE UNIQUE INDEX offer_of_an_order ON checkout.offers USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX offers_of_conversation ON checkout.offers USING btree (conversation_id, offered_at DESC);
CREATE INDEX open_offers_by_end ON checkout.offers USING btree (stands_until) WHERE (state = 'open'::text);
grant insert, select on table checkout.offers to hirfa_app;
grant update (state, reason, order_id, reminded_at, settled_at) on table checkout.offers to hirfa_app;

create table checkout.order_requests (
  id uuid not null,
  conversation_id uuid not null,
  service_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  body text not null,
  wished_minor bigint,
  wished_days integer,
  state text collate "C" default 'open'::text not null,
  reason text default ''::text not null,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
alter table checkout.order_requests add constraint order_requests_pkey PRIMARY KEY (id);
alter table checkout.order_requests add constraint request_has_two_sides CHECK ((buyer_id <> seller_id));
alter table checkout.order_requests add constraint request_is_settled_once CHECK (((state = 'open'::text) = (settled_at IS NULL)));
alter table checkout.order_requests add constraint request_reason_is_short CHECK ((length(reason) <= 500));
alter table checkout.order_requests add constraint request_says_something CHECK (((length(body) >= 1) AND (length(body) <= 5000)));
alter table checkout.order_requests add constraint request_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'offered'::text, 'declined'::text, 'withdrawn'::text])));
alter table checkout.order_requests add constraint request_wish_is_a_sum CHECK ((wished_minor > 0));
alter table checkout.order_requests add constraint request_wish_is_in_days CHECK (((wished_days >= 1) AND (wished_days <= 90)));
CREATE UNIQUE INDEX one_open_request_in_a_conversation ON checkout.order_requests USING btree (conversation_id) WHERE (state = 'open'::text);
CREATE INDEX requests_of_conversation ON checkout.order_requests USING btree (conversation_id, asked_at DESC);
grant insert, select on table checkout.order_requests to hirfa_app;
grant update (state, reason, settled_at) on table checkout.order_requests to hirfa_app;

create table checkout.purchases (
  id uuid not null,
  buyer_id uuid not null,
  key text not null,
  service_id uuid not null,
  service_version integer not null,
  upgrade_ids uuid[] not null,
  quantity integer not null,
  price_minor bigint not null,
  from_balance_minor bigint not null,
  fee_minor bigint not null,
  payment_id uuid,
  state text not null,
  reason text,
  order_id uuid,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  delivery_days integer,
  offer_id uuid
);
alter table checkout.purchases add constraint purchases_pkey PRIMARY KEY (id);
alter table checkout.purchases add constraint purchase_is_started_once UNIQUE (buyer_id, key);
alter table checkout.purchases add constraint placed_purchase_has_its_order CHECK (((state = 'placed'::text) = (order_id IS NOT NULL)));
alter table checkout.purchases add constraint purchase_fee_is_not_negative CHECK ((fee_minor >= 0));
alter table checkout.purchases add constraint purchase_is_settled_when_not_waiting CHECK (((state = 'waiting'::text) = (settled_at IS NULL)));
alter table checkout.purchases add constraint purchase_price_is_positive CHECK ((price_minor > 0));
alter table checkout.purchases add constraint purchase_quantity_is_positive CHECK (((quantity >= 1) AND (quantity <= 100)));
alter table checkout.purchases add constraint purchase_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'placed'::text, 'returned'::text, 'given_up'::text])));
alter table checkout.purchases add constraint purchase_uses_the_gateway CHECK (((from_balance_minor >= 0) AND (from_balance_minor < price_minor)));
alter table checkout.purchases add constraint returned_purchase_says_why CHECK (((state = 'returned'::text) = (reason IS NOT NULL)));
alter table checkout.purchases add constraint purchase_is_of_an_offer FOREIGN KEY (offer_id) REFERENCES checkout.offers(id);
CREATE INDEX purchases_of_buyer ON checkout.purchases USING btree (buyer_id, created_at DESC);
grant insert, select on table checkout.purchases to hirfa_app;
grant update (payment_id, state, reason, order_id, settled_at) on table checkout.purchases to hirfa_app;

CREATE OR REPLACE FUNCTION checkout.buy(p_order jsonb, p_spend jsonb, p_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_order_id uuid := orders.open(p_order, p_at);
  v_key text := 'order:' || v_order_id;
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id, 'actor', p_spend ->> 'actor');
  v_places integer := catalogue.places((p_order ->> 'service_id')::uuid, (p_order ->> 'service_version')::integer);
  v_spent record;
begin
  if v_places is null then
    raise exception using errcode = 'CK001', message = 'the service changed or is not sold now';
  end if;
  if v_places < 2147483647
    and orders.running_of((p_order ->> 'seller_id')::uuid, (p_order ->> 'service_id')::uuid) > v_places then
    raise exception using errcode = 'CK002', message = 'the queue of the service is full';
  end if;
  v_spent := ledger.spend(
    (p_order ->> 'buyer_id')::uuid,
    (p_order ->> 'price_minor')::bigint,
    v_reserve || jsonb_build_object('id', p_spend ->> 'credit_transfer_id',
      'key', v_key || ':reserve-credit', 'kind', 'reserve_from_credit'),
    v_reserve || jsonb_build_object('id', p_spend ->> 'earned_transfer_id',
      'key', v_key || ':reserve-earned', 'kind', 'reserve_from_earned'),
    p_at);
  return v_order_id;
end $function$
;

CREATE OR REPLACE FUNCTION checkout.buy_all(p_orders jsonb, p_at timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_ids uuid[] := '{}';
  v_one jsonb;
begin
  for v_one in select value from jsonb_array_elements(p_orders) loop
    v_ids := v_ids || checkout.buy(v_one -> 'order', v_one -> 'spend', p_at);
  end loop;
  return v_ids;
end $function$
;

CREATE OR REPLACE FUNCTION checkout.buy_offer(p_order jsonb, p_spend jsonb, p_offer uuid, p_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_order_id uuid := orders.open(p_order, p_at);
  v_key text := 'order:' || v_order_id;
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id, 'actor', p_spend ->> 'actor');
  v_spent record;
begin
  update checkout.offers set state = 'accepted', settled_at = p_at, order_id = v_order_id
    where id = p_offer and state = 'open' and stands_until > p_at
      and buyer_id = (p_order ->> 'buyer_id')::uuid and seller_id = (p_order ->> 'seller_id')::uuid
      and price_minor = (p_order ->> 'price_minor')::bigint;
  if not found then
    raise exception using errcode = 'CK003', message = 'the offer is not open';
  end if;
  v_spent := ledger.spend(
    (p_order ->> 'buyer_id')::uuid,
    (p_order ->> 'price_minor')::bigint,
    v_reserve || jsonb_build_object('id', p_spend ->> 'credit_transfer_id',
      'key', v_key || ':reserve-credit', 'kind', 'reserve_from_credit'),
    v_reserve || jsonb_build_object('id', p_spend ->> 'earned_transfer_id',
      'key', v_key || ':reserve-earned', 'kind', 'reserve_from_earned'),
    p_at);
  return v_order_id;
end $function$
;

grant execute on function checkout.buy(jsonb,jsonb,timestamp with time zone) to hirfa_app;

grant execute on function checkout.buy_all(jsonb,timestamp with time zone) to hirfa_app;

grant execute on function checkout.buy_offer(jsonb,jsonb,uuid,timestamp with time zone) to hirfa_app;

create schema collections;

grant usage on schema collections to hirfa_app;

create table collections.collections (
  id uuid not null,
  number integer generated always as identity not null,
  kind text not null,
  owner_id uuid,
  title_ar text not null,
  title_en text not null,
  note_ar text default ''::text not null,
  note_en text default ''::text not null,
  is_public boolean default false not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
alter table collections.collections add constraint collections_pkey PRIMARY KEY (id);
alter table collections.collections add constraint collection_number_is_used_once UNIQUE (number);
alter table collections.collections add constraint collection_kind_is_known CHECK ((kind = ANY (ARRAY['member'::text, 'editor'::text, 'bundle'::text])));
alter table collections.collections add constraint collection_note_is_short CHECK (((length(note_ar) <= 500) AND (length(note_en) <= 500)));
alter table collections.collections add constraint collection_title_is_short CHECK ((((length(title_ar) >= 1) AND (length(title_ar) <= 80)) AND ((length(title_en) >= 1) AND (length(title_en) <= 80))));
alter table collections.collections add constraint only_members_own_collections CHECK (((kind = 'member'::text) = (owner_id IS NOT NULL)));
alter table collections.collections add constraint collection_owner_exists FOREIGN KEY (owner_id) REFERENCES identity.members(id);
CREATE INDEX collections_of_owner ON collections.collections USING btree (owner_id, changed_at DESC) WHERE (owner_id IS NOT NULL);
CREATE INDEX collections_of_the_house ON collections.collections USING btree (changed_at DESC) WHERE (kind <> 'member'::text);
grant delete, insert, select, update on table collections.collections to hirfa_app;

create table collections.items (
  collection_id uuid not null,
  service_id uuid not null,
  need_id uuid,
  position integer not null,
  note text default ''::text not null
);
alter table collections.items add constraint items_pkey PRIMARY KEY (collection_id, service_id);
alter table collections.items add constraint item_note_is_short CHECK ((length(note) <= 200));
alter table collections.items add constraint item_is_a_service FOREIGN KEY (service_id) REFERENCES catalogue.services(id);
alter table collections.items add constraint item_is_of_a_collection FOREIGN KEY (collection_id) REFERENCES collections.collections(id) ON DELETE CASCADE;
alter table collections.items add constraint item_is_of_a_need FOREIGN KEY (need_id) REFERENCES collections.needs(id) ON DELETE CASCADE;
CREATE INDEX items_in_order ON collections.items USING btree (collection_id, "position");
CREATE INDEX items_of_need ON collections.items USING btree (need_id) WHERE (need_id IS NOT NULL);
CREATE INDEX items_of_service ON collections.items USING btree (service_id);
grant delete, insert, select, update on table collections.items to hirfa_app;

create table collections.needs (
  id uuid not null,
  collection_id uuid not null,
  position integer not null,
  title_ar text not null,
  title_en text not null
);
alter table collections.needs add constraint needs_pkey PRIMARY KEY (id);
alter table collections.needs add constraint need_title_is_short CHECK ((((length(title_ar) >= 1) AND (length(title_ar) <= 80)) AND ((length(title_en) >= 1) AND (length(title_en) <= 80))));
alter table collections.needs add constraint need_is_of_a_collection FOREIGN KEY (collection_id) REFERENCES collections.collections(id) ON DELETE CASCADE;
CREATE INDEX needs_of_collection ON collections.needs USING btree (collection_id, "position");
grant delete, insert, select, update on table collections.needs to hirfa_app;

create schema conversations;

grant usage on schema conversations to hirfa_app;

create table conversations.blocks (
  member_id uuid not null,
  blocked_id uuid not null,
  at timestamp with time zone not null
);
alter table conversations.blocks add constraint blocks_pkey PRIMARY KEY (member_id, blocked_id);
alter table conversations.blocks add constraint nobody_blocks_themselves CHECK ((member_id <> blocked_id));
grant delete, insert, select on table conversations.blocks to hirfa_app;

create table conversations.conversations (
  id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  service_id uuid not null,
  opened_at timestamp with time zone not null
);
alter table conversations.conversations add constraint conversations_pkey PRIMARY KEY (id);
alter table conversations.conversations add constraint conversation_about_a_service_is_one UNIQUE (buyer_id, seller_id, service_id);
alter table conversations.conversations add constraint conversation_has_two_sides CHECK ((buyer_id <> seller_id));
grant insert, select on table conversations.conversations to hirfa_app;

create table conversations.habits (
  member_id uuid not null,
  automatic_reply text default ''::text not null,
  away_reply text default ''::text not null,
  away_until timestamp with time zone
);
alter table conversations.habits add constraint habits_pkey PRIMARY KEY (member_id);
alter table conversations.habits add constraint automatic_reply_is_short CHECK ((length(automatic_reply) <= 1000));
alter table conversations.habits add constraint away_reply_is_short CHECK ((length(away_reply) <= 1000));
grant insert, select on table conversations.habits to hirfa_app;
grant update (automatic_reply, away_reply, away_until) on table conversations.habits to hirfa_app;

create table conversations.quick_replies (
  id uuid not null,
  member_id uuid not null,
  body text not null,
  saved_at timestamp with time zone not null
);
alter table conversations.quick_replies add constraint quick_replies_pkey PRIMARY KEY (id);
alter table conversations.quick_replies add constraint quick_reply_is_saved_once UNIQUE (member_id, body);
alter table conversations.quick_replies add constraint quick_reply_is_short CHECK (((length(body) >= 1) AND (length(body) <= 1000)));
grant delete, insert, select on table conversations.quick_replies to hirfa_app;

create schema identity;

grant usage on schema identity to hirfa_app;

create table identity.consents (
  member_id uuid not null,
  document text not null,
  version text not null,
  at timestamp with time zone not null
);
alter table identity.consents add constraint consents_pkey PRIMARY KEY (member_id, document, version);
alter table identity.consents add constraint consent_is_to_a_known_text CHECK ((document = ANY (ARRAY['terms'::text, 'privacy'::text, 'age-18'::text])));
alter table identity.consents add constraint consents_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id);
grant insert, select on table identity.consents to hirfa_app;

create table identity.credentials (
  id uuid not null,
  member_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
comment on column identity.credentials.password is 'Argon2id in PHC form.';
alter table identity.credentials add constraint credentials_pkey PRIMARY KEY (id);
alter table identity.credentials add constraint credential_is_kept_once UNIQUE (provider_id, account_id);
alter table identity.credentials add constraint credentials_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE CASCADE;
CREATE INDEX credentials_of_member ON identity.credentials USING btree (member_id);
grant insert, select, update on table identity.credentials to hirfa_app;

create table identity.email_changes (
  member_id uuid not null,
  new_email text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  old_confirmed_at timestamp with time zone,
  new_confirmed_at timestamp with time zone
);
alter table identity.email_changes add constraint email_changes_pkey PRIMARY KEY (member_id);
alter table identity.email_changes add constraint new_email_is_lower_case CHECK ((new_email = lower(new_email)));
alter table identity.email_changes add constraint email_changes_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id);
grant delete, insert, select, update on table identity.email_changes to hirfa_app;

create table identity.member_roles (
  member_id uuid not null,
  role text not null,
  granted_by text not null,
  granted_at timestamp with time zone not null
);
alter table identity.member_roles add constraint member_roles_pkey PRIMARY KEY (member_id, role);
alter table identity.member_roles add constraint role_is_known CHECK ((role = ANY (ARRAY['reviewer'::text, 'support'::text, 'finance'::text, 'ads'::text, 'admin'::text])));
alter table identity.member_roles add constraint member_roles_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id);
CREATE INDEX members_of_role ON identity.member_roles USING btree (role);
grant delete, insert, select on table identity.member_roles to hirfa_app;

create table identity.members (
  id uuid not null,
  email text not null,
  email_verified boolean not null,
  display_name text not null,
  handle text not null,
  image text,
  headline text not null,
  bio text not null,
  skills text[] not null,
  languages text[] not null,
  country text,
  time_zone text not null,
  locale text not null,
  digits text not null,
  calendar text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  last_seen_at timestamp with time zone
);
comment on column identity.members.created_at is 'When the member joined, by the business clock.';
alter table identity.members add constraint members_pkey PRIMARY KEY (id);
alter table identity.members add constraint email_is_taken_once UNIQUE (email);
alter table identity.members add constraint handle_is_taken_once UNIQUE (handle);
alter table identity.members add constraint calendar_is_known CHECK ((calendar = ANY (ARRAY['gregory'::text, 'islamic-umalqura'::text])));
alter table identity.members add constraint country_is_a_code CHECK ((country ~ '^[A-Z]{2}$'::text));
alter table identity.members add constraint digits_are_known CHECK ((digits = ANY (ARRAY['latn'::text, 'arab'::text])));
alter table identity.members add constraint email_is_lower_case CHECK ((email = lower(email)));
alter table identity.members add constraint handle_is_well_formed CHECK ((handle ~ '^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$'::text));
alter table identity.members add constraint locale_is_known CHECK ((locale = ANY (ARRAY['ar'::text, 'en'::text])));
CREATE INDEX members_newest ON identity.members USING btree (created_at DESC, id DESC);
CREATE INDEX members_search ON identity.members USING gin ((((((lower(display_name) || ' '::text) || handle) || ' '::text) || email)) public.gin_trgm_ops);
grant insert, select, update on table identity.members to hirfa_app;

create table identity.one_time_links (
  id uuid not null,
  purpose text not null,
  member_id uuid not null,
  token_hash text not null,
  cause text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table identity.one_time_links add constraint one_time_links_pkey PRIMARY KEY (id);
alter table identity.one_time_links add constraint link_is_made_once_a_cause UNIQUE (cause);
alter table identity.one_time_links add constraint link_token_is_unique UNIQUE (token_hash);
alter table identity.one_time_links add constraint link_purpose_is_known CHECK ((purpose = ANY (ARRAY['verify-email'::text, 'reset-password'::text, 'confirm-old-email'::text, 'confirm-new-email'::text])));
alter table identity.one_time_links add constraint one_time_links_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id);
CREATE INDEX links_expire ON identity.one_time_links USING btree (expires_at);
CREATE INDEX links_of_member ON identity.one_time_links USING btree (member_id, purpose);
grant delete, insert, select, update on table identity.one_time_links to hirfa_app;

create table identity.sessions (
  id uuid not null,
  member_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table identity.sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table identity.sessions add constraint session_token_is_unique UNIQUE (token);
alter table identity.sessions add constraint sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES identity.members(id) ON DELETE CASCADE;
CREATE INDEX sessions_expire ON identity.sessions USING btree (expires_at);
CREATE INDEX sessions_of_member ON identity.sessions USING btree (member_id, created_at DESC);
grant delete, insert, select, update on table identity.sessions to hirfa_app;

create schema ledger;

grant usage on schema ledger to hirfa_app;

create table ledger.accounts (
  id bigint generated always as identity not null,
  kind text collate "C" not null,
  holder text collate "C" default ''::text not null,
  currency text default 'USD'::text not null,
  balance_minor bigint,
  held_minor bigint default 0 not null,
  opened_at timestamp with time zone not null
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.05);
alter table ledger.accounts add constraint accounts_pkey PRIMARY KEY (id);
alter table ledger.accounts add constraint account_is_opened_once UNIQUE (holder, kind);
alter table ledger.accounts add constraint balance_is_never_negative_nor_less_than_held CHECK (((held_minor >= 0) AND (balance_minor >= held_minor)));
CREATE TRIGGER accounts_are_never_removed BEFORE DELETE OR TRUNCATE ON ledger.accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER accounts_are_well_formed BEFORE INSERT ON ledger.accounts FOR EACH ROW EXECUTE FUNCTION ledger.judge_account();
CREATE TRIGGER accounts_never_change_hands BEFORE UPDATE OF id, kind, holder, currency, opened_at ON ledger.accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
grant select on table ledger.accounts to hirfa_app;

create table ledger.holds (
  id uuid not null,
  account_id bigint not null,
  amount_minor bigint not null,
  reason text not null,
  order_id uuid,
  placed_by text not null,
  placed_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  renewal_reason text,
  renewed_at timestamp with time zone,
  resolved_at timestamp with time zone,
  resolved_by text,
  outcome text
);
alter table ledger.holds add constraint holds_pkey PRIMARY KEY (id);
alter table ledger.holds add constraint hold_amount_is_positive CHECK ((amount_minor > 0));
alter table ledger.holds add constraint hold_ends_after_it_begins CHECK ((ends_at > placed_at));
alter table ledger.holds add constraint hold_has_a_reason CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 500)));
alter table ledger.holds add constraint hold_is_resolved_whole CHECK ((((resolved_at IS NULL) = (outcome IS NULL)) AND ((resolved_at IS NULL) = (resolved_by IS NULL))));
alter table ledger.holds add constraint hold_lasts_90_days_at_most CHECK ((ends_at <= (placed_at + '2160:00:00'::interval)));
alter table ledger.holds add constraint hold_outcome_is_known CHECK ((outcome = ANY (ARRAY['released'::text, 'taken'::text, 'expired'::text])));
alter table ledger.holds add constraint hold_renewal_has_a_new_reason CHECK ((((renewed_at IS NULL) = (renewal_reason IS NULL)) AND ((renewal_reason IS NULL) OR (((length(btrim(renewal_reason)) >= 1) AND (length(btrim(renewal_reason)) <= 500)) AND (renewal_reason <> reason)))));
alter table ledger.holds add constraint hold_account_exists FOREIGN KEY (account_id) REFERENCES ledger.accounts(id);
CREATE INDEX holds_of_order ON ledger.holds USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX open_holds_by_end ON ledger.holds USING btree (ends_at) WHERE (resolved_at IS NULL);
CREATE INDEX open_holds_of_account ON ledger.holds USING btree (account_id) WHERE (resolved_at IS NULL);
grant select on table ledger.holds to hirfa_app;

create table ledger.house_snapshots (
  account_id bigint not null,
  up_to_seq bigint not null,
  balance_minor bigint not null,
  taken_at timestamp with time zone not null
);
alter table ledger.house_snapshots add constraint house_snapshots_pkey PRIMARY KEY (account_id, up_to_seq);
CREATE TRIGGER house_snapshots_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.house_snapshots FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
grant select on table ledger.house_snapshots to hirfa_app;

create table ledger.posting_kinds (
  kind text collate "C" not null,
  debit_kind text collate "C" not null,
  credit_kind text collate "C" not null,
  same_holder boolean default false not null
);
alter table ledger.posting_kinds add constraint posting_kinds_pkey PRIMARY KEY (kind);
grant select on table ledger.posting_kinds to hirfa_app;

create table ledger.transfers (
  seq bigint generated always as identity not null,
  debit_account_id bigint not null,
  credit_account_id bigint not null,
  amount_minor bigint not null,
  at timestamp with time zone not null,
  id uuid not null,
  order_id uuid,
  payment_id uuid,
  payout_id uuid,
  kind text collate "C" not null,
  key text collate "C" not null,
  actor text collate "C" not null,
  memo jsonb
);
alter table ledger.transfers add constraint transfers_pkey PRIMARY KEY (id);
alter table ledger.transfers add constraint transfer_key_is_used_once UNIQUE (key);
alter table ledger.transfers add constraint transfer_moves_a_positive_amount_between_two_accounts CHECK (((amount_minor > 0) AND (debit_account_id <> credit_account_id)));
CREATE INDEX transfers_of_credit_account ON ledger.transfers USING btree (credit_account_id, seq) INCLUDE (amount_minor);
CREATE INDEX transfers_of_debit_account ON ledger.transfers USING btree (debit_account_id, seq) INCLUDE (amount_minor);
CREATE INDEX transfers_of_order ON ledger.transfers USING btree (order_id, seq) WHERE (order_id IS NOT NULL);
CREATE INDEX transfers_of_payment ON ledger.transfers USING btree (payment_id) WHERE (payment_id IS NOT NULL);
CREATE INDEX transfers_of_payout ON ledger.transfers USING btree (payout_id) WHERE (payout_id IS NOT NULL);
CREATE TRIGGER transfers_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger.transfers FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
grant select on table ledger.transfers to hirfa_app;

create table ledger.verifications (
  id uuid not null,
  started_at timestamp with time zone not null,
  ok boolean not null,
  duration_ms integer not null,
  report jsonb not null
);
alter table ledger.verifications add constraint verifications_pkey PRIMARY KEY (id);
CREATE INDEX verifications_by_start ON ledger.verifications USING btree (started_at DESC);
grant insert, select on table ledger.verifications to hirfa_app;

CREATE OR REPLACE FUNCTION ledger.expire_holds(p_limit integer, p_at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_id uuid;
  v_count integer := 0;
begin
  for v_id in
    select h.id from ledger.holds h where h.resolved_at is null and h.ends_at <= p_at
    order by h.account_id, h.id limit p_limit for update skip locked
  loop
    perform ledger.resolve_hold(v_id, 'expired', 'system:ledger', p_at);
    v_count := v_count + 1;
  end loop;
  return v_count;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.hold(p_hold jsonb, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  h record;
  v_account ledger.accounts;
  v_known ledger.holds;
begin
  select * into h from jsonb_to_record(p_hold) as t(id uuid, member_id text, account_kind text,
    amount_minor bigint, reason text, order_id uuid, placed_by text, ends_at timestamptz);
  if h.amount_minor is null or h.amount_minor <= 0
    or h.account_kind is null or h.account_kind not in ('member_pending', 'member_earned') then
    raise exception using errcode = 'LG003', message = 'a hold is over part of pending or earned money';
  elsif h.ends_at is null or h.ends_at <= p_at or h.ends_at > p_at + interval '720 hours' then
    raise exception using errcode = 'LG005', message = 'a hold ends within 30 days';
  end if;

  select * into v_account from ledger.accounts a
  where a.kind = h.account_kind and a.holder = h.member_id for no key update;
  select * into v_known from ledger.holds x where x.id = h.id;
  if found then
    if v_known.account_id = v_account.id and v_known.amount_minor = h.amount_minor
      and v_known.reason = h.reason and v_known.order_id is not distinct from h.order_id then
      return false;
    end if;
    raise exception using errcode = 'LG002', message = format('hold %s exists with other content', h.id),
      detail = jsonb_build_object('key', h.id)::text;
  elsif v_account.id is null or v_account.balance_minor - v_account.held_minor < h.amount_minor then
    raise exception using errcode = 'LG001', message = format('%s lacks money to hold', h.member_id),
      detail = jsonb_build_object('kind', h.account_kind, 'holder', h.member_id, 'missingMinor',
        (h.amount_minor - coalesce(v_account.balance_minor - v_account.held_minor, 0))::text)::text;
  end if;

  update ledger.accounts a set held_minor = a.held_minor + h.amount_minor where a.id = v_account.id;
  insert into ledger.holds (id, account_id, amount_minor, reason, order_id, placed_by, placed_at, ends_at)
  values (h.id, v_account.id, h.amount_minor, h.reason, h.order_id, h.placed_by, p_at, h.ends_at);
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.house_balance(p_kind text, p_holder text)
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select (coalesce(s.balance_minor, 0)
    + coalesce((select sum(t.amount_minor) from ledger.transfers t
        where t.credit_account_id = a.id and t.seq > coalesce(s.up_to_seq, 0)), 0)
    - coalesce((select sum(t.amount_minor) from ledger.transfers t
        where t.debit_account_id = a.id and t.seq > coalesce(s.up_to_seq, 0)), 0))::bigint
  from ledger.accounts a
  left join lateral (select h.balance_minor, h.up_to_seq from ledger.house_snapshots h
    where h.account_id = a.id order by h.up_to_seq desc limit 1) s on true
  where a.kind = p_kind and a.holder = p_holder and a.balance_minor is null
$function$
;

CREATE OR REPLACE FUNCTION ledger.judge_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_broken text;
begin
  if new.kind in ('member_credit', 'member_pending', 'member_earned', 'member_withdrawing', 'order_escrow') then
    if new.balance_minor is null then
      v_broken := 'member_and_escrow_accounts_keep_a_running_balance';
    elsif new.holder !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then
      v_broken := 'holder_fits_account_kind';
    end if;
  elsif new.kind in ('commission', 'fees', 'ads', 'gateway_clearing', 'payout_clearing', 'promotions',
    'guarantee_reserve', 'chargebacks', 'tax') then
    if new.balance_minor is not null or new.held_minor <> 0 then
      v_broken := 'house_accounts_keep_no_running_balance';
    elsif new.kind in ('gateway_clearing', 'payout_clearing') then
      if new.holder !~ '^[a-z0-9][a-z0-9_-]{0,39}$' then
        v_broken := 'holder_fits_account_kind';
      end if;
    elsif new.holder <> '' then
      v_broken := 'holder_fits_account_kind';
    end if;
  else
    v_broken := 'account_kind_is_known';
  end if;
  if new.currency <> 'USD' then
    v_broken := 'account_is_in_usd';
  end if;
  if v_broken is not null then
    raise exception using errcode = '23514', constraint = v_broken,
      message = format('account %s of %s: %s', new.kind, new.holder, replace(v_broken, '_', ' '));
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.lock_earned(p_member_id uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_free_minor bigint;
begin
  select a.balance_minor - a.held_minor into v_free_minor from ledger.accounts a
  where a.kind = 'member_earned' and a.holder = p_member_id::text for no key update;
  return coalesce(v_free_minor, 0);
end $function$
;

CREATE OR REPLACE FUNCTION ledger.post(p_transfers jsonb, p_at timestamp with time zone, OUT posted boolean, OUT ids uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_asked integer := jsonb_array_length(p_transfers);
  v_written integer := 0;
  t jsonb;
  k record;
  v_amount_minor bigint;
  v_debits text[] := '{}';
  v_credits text[] := '{}';
  v_names text[] := '{}';
  v_deltas bigint[] := '{}';
  v_account_ids bigint[] := '{}';
  v_place integer;
  v_kind text;
  v_holder text;
  v_id bigint;
  v_running boolean := false;
  v_short_minor bigint;
begin
  if p_at is null or v_asked is null or v_asked not between 1 and 1000 then
    raise exception using errcode = 'LG003', message = 'a posting has 1 to 1,000 transfers and an instant';
  end if;

  -- What the call changes in each account.
  for v_at in 1 .. v_asked loop
    t := p_transfers -> (v_at - 1);
    v_amount_minor := (t ->> 'amount_minor')::bigint;
    select p.debit_kind, p.credit_kind, p.same_holder into k
    from ledger.posting_kinds p where p.kind = t ->> 'kind';
    if (v_amount_minor between 1 and 999999999999 and t ->> 'id' is not null
      and length(t ->> 'key') between 1 and 200 and length(t ->> 'actor') between 1 and 200
      and (not k.same_holder or t ->> 'debit' = t ->> 'credit')
      and (k.debit_kind <> 'order_escrow' or t ->> 'order_id' = t ->> 'debit')
      and (k.credit_kind <> 'order_escrow' or t ->> 'order_id' = t ->> 'credit')) is not true then
      raise exception using errcode = 'LG003', message = format('not an allowed transfer: %s', t);
    end if;
    v_debits[v_at] := k.debit_kind || ' ' || coalesce(t ->> 'debit', '');
    v_credits[v_at] := k.credit_kind || ' ' || coalesce(t ->> 'credit', '');
    v_place := coalesce(array_position(v_names, v_debits[v_at]), cardinality(v_names) + 1);
    v_names[v_place] := v_debits[v_at];
    v_deltas[v_place] := coalesce(v_deltas[v_place], 0) - v_amount_minor;
    v_place := coalesce(array_position(v_names, v_credits[v_at]), cardinality(v_names) + 1);
    v_names[v_place] := v_credits[v_at];
    v_deltas[v_place] := coalesce(v_deltas[v_place], 0) + v_amount_minor;
  end loop;
  if cardinality(v_names) > 2 or v_names[1] collate "C" > v_names[2] then
    select array_agg(n.name order by n.name collate "C"), array_agg(n.delta order by n.name collate "C")
    into v_names, v_deltas from unnest(v_names, v_deltas) as n(name, delta);
  end if;

  -- Change and lock the running balances in that order; house accounts only give their id.
  for v_at in 1 .. cardinality(v_names) loop
    v_kind := split_part(v_names[v_at], ' ', 1);
    v_holder := substr(v_names[v_at], length(v_kind) + 2);
    v_id := null;
    if starts_with(v_kind, 'member_') or v_kind = 'order_escrow' then
      v_running := true;
      if v_deltas[v_at] < 0 or v_kind <> 'order_escrow' then
        update ledger.accounts a set balance_minor = a.balance_minor + v_deltas[v_at]
        where a.kind = v_kind and a.holder = v_holder
          and (v_deltas[v_at] >= 0 or a.balance_minor - a.held_minor + v_deltas[v_at] >= 0)
        returning a.id into v_id;
      end if;
      if v_id is null and v_deltas[v_at] < 0 then
        v_short_minor := -v_deltas[v_at] - coalesce((select a.balance_minor - a.held_minor
          from ledger.accounts a where a.kind = v_kind and a.holder = v_holder), 0);
        exit;
      elsif v_id is null then
        insert into ledger.accounts as a (kind, holder, balance_minor, opened_at)
        values (v_kind, v_holder, v_deltas[v_at], p_at)
        on conflict (kind, holder) do update set balance_minor = a.balance_minor + excluded.balance_minor
        returning a.id into v_id;
      end if;
    else
      select a.id into v_id from ledger.accounts a where a.kind = v_kind and a.holder = v_holder;
      if not found then
        insert into ledger.accounts (kind, holder, opened_at) values (v_kind, v_holder, p_at)
        on conflict (kind, holder) do nothing;
        select a.id into strict v_id from ledger.accounts a where a.kind = v_kind and a.holder = v_holder;
      end if;
      v_deltas[v_at] := 0;
    end if;
    v_account_ids[v_at] := v_id;
  end loop;

  if v_short_minor is null then
    if not v_running then
      -- Only house accounts: nothing is locked that would keep the same act from being done twice at once.
      perform pg_advisory_xact_lock(hashtextextended(x.key, 0))
      from (select j.value ->> 'key' as key from jsonb_array_elements(p_transfers) j order by 1) x;
    end if;
    for v_at in 1 .. v_asked loop
      t := p_transfers -> (v_at - 1);
      insert into ledger.transfers (id, key, kind, debit_account_id, credit_account_id, amount_minor,
        order_id, payment_id, payout_id, actor, at, memo)
      select (t ->> 'id')::uuid, t ->> 'key', t ->> 'kind',
        v_account_ids[array_position(v_names, v_debits[v_at])],
        v_account_ids[array_position(v_names, v_credits[v_at])],
        (t ->> 'amount_minor')::bigint, (t ->> 'order_id')::uuid, (t ->> 'payment_id')::uuid,
        (t ->> 'payout_id')::uuid, t ->> 'actor', p_at, t -> 'memo'
      where not exists (select from ledger.transfers f where f.key = t ->> 'key');
      exit when not found;
      v_written := v_written + 1;
    end loop;
    if v_written = v_asked then
      posted := true;
      return;
    end if;
  end if;

  -- Not everything was written: the same act was done before, or this one may not be done.
  if v_written = 0 then
    ids := ledger.replayed(p_transfers);
  end if;
  if ids is not null then
    posted := false;
    for v_at in 1 .. cardinality(v_account_ids) loop
      update ledger.accounts a set balance_minor = a.balance_minor - v_deltas[v_at]
      where a.id = v_account_ids[v_at] and v_deltas[v_at] <> 0;
    end loop;
    return;
  elsif v_short_minor is not null then
    raise exception using errcode = 'LG001',
      message = format('%s %s lacks %s', v_kind, v_holder, v_short_minor),
      detail = jsonb_build_object('kind', v_kind, 'holder', v_holder,
        'missingMinor', v_short_minor::text)::text;
  end if;
  raise exception using errcode = 'LG002',
    message = format('transfer key %s was used before or twice', t ->> 'key'),
    detail = jsonb_build_object('key', t ->> 'key')::text;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception using errcode = 'LG004',
    message = format('%s on %s.%s is refused: the ledger is append-only', tg_op, tg_table_schema, tg_table_name),
    hint = 'A correction is a new transfer.';
end $function$
;

CREATE OR REPLACE FUNCTION ledger.renew_hold(p_id uuid, p_reason text, p_ends_at timestamp with time zone, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update ledger.holds h set renewal_reason = p_reason, renewed_at = p_at, ends_at = p_ends_at
  where h.id = p_id and h.resolved_at is null and h.renewed_at is null and h.ends_at > p_at
    and h.reason <> p_reason and p_ends_at > h.ends_at
    and p_ends_at <= h.ends_at + interval '720 hours'
    and p_ends_at <= h.placed_at + interval '2160 hours';
  if not found then
    raise exception using errcode = 'LG005',
      message = format('hold %s is not open, or was renewed, or may not last so long', p_id);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.replayed(p_transfers jsonb)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_asked integer;
  v_found integer;
  v_same integer;
  v_key text;
  v_ids uuid[];
begin
  select count(*), count(f.id),
    count(*) filter (where f.kind = t.kind and f.amount_minor = t.amount_minor
      and d.kind = k.debit_kind and d.holder = coalesce(t.debit, '')
      and c.kind = k.credit_kind and c.holder = coalesce(t.credit, '')
      and f.order_id is not distinct from t.order_id
      and f.payment_id is not distinct from t.payment_id
      and f.payout_id is not distinct from t.payout_id),
    min(f.key),
    array_agg(f.id order by t.n)
  into v_asked, v_found, v_same, v_key, v_ids
  from rows from (jsonb_to_recordset(p_transfers) as (key text, kind text, debit text, credit text,
      amount_minor bigint, order_id uuid, payment_id uuid, payout_id uuid))
    with ordinality as t(key, kind, debit, credit, amount_minor, order_id, payment_id, payout_id, n)
  left join ledger.posting_kinds k on k.kind = t.kind
  left join ledger.transfers f on f.key = t.key
  left join ledger.accounts d on d.id = f.debit_account_id
  left join ledger.accounts c on c.id = f.credit_account_id;

  if v_found = 0 then
    return null;
  elsif v_same < v_asked then
    raise exception using errcode = 'LG002',
      message = format('transfer key %s was used before with other content', v_key),
      detail = jsonb_build_object('key', v_key)::text;
  end if;
  return v_ids;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.resolve_hold(p_id uuid, p_outcome text, p_by text, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_hold ledger.holds;
begin
  select * into v_hold from ledger.holds h where h.id = p_id for update;
  if not found or (v_hold.resolved_at is not null and v_hold.outcome <> p_outcome) then
    raise exception using errcode = 'LG005', message = format('hold %s is not open', p_id);
  elsif v_hold.resolved_at is not null then
    return false;
  end if;
  update ledger.holds h set resolved_at = p_at, resolved_by = p_by, outcome = p_outcome where h.id = p_id;
  update ledger.accounts a set held_minor = a.held_minor - v_hold.amount_minor
  where a.id = v_hold.account_id;
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.snapshot_horizon()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET lock_timeout TO '2s'
AS $function$
begin
  lock table ledger.transfers in share mode;
  return (select case when is_called then last_value else 0 end from ledger.transfers_seq_seq);
end $function$
;

CREATE OR REPLACE FUNCTION ledger.spend(p_member_id uuid, p_amount_minor bigint, p_from_credit jsonb, p_from_earned jsonb, p_at timestamp with time zone, OUT posted boolean, OUT credit_minor bigint, OUT earned_minor bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_member text := p_member_id::text;
  v_credit_free_minor bigint;
  v_earned_free_minor bigint;
  v_first_credit_minor bigint;
  v_first_earned_minor bigint;
  v_transfers jsonb := '[]';
begin
  if p_amount_minor is null or p_amount_minor <= 0 then
    raise exception using errcode = 'LG003', message = 'an amount to spend is positive';
  end if;
  -- Locked in the order of their kinds, as everywhere.
  select a.balance_minor - a.held_minor into v_credit_free_minor from ledger.accounts a
  where a.kind = 'member_credit' and a.holder = v_member for no key update;
  select a.balance_minor - a.held_minor into v_earned_free_minor from ledger.accounts a
  where a.kind = 'member_earned' and a.holder = v_member for no key update;
  credit_minor := least(coalesce(v_credit_free_minor, 0), p_amount_minor);
  earned_minor := p_amount_minor - credit_minor;

  select (select f.amount_minor from ledger.transfers f where f.key = p_from_credit ->> 'key'),
    (select f.amount_minor from ledger.transfers f where f.key = p_from_earned ->> 'key')
  into v_first_credit_minor, v_first_earned_minor;
  if v_first_credit_minor is not null or v_first_earned_minor is not null then
    credit_minor := coalesce(v_first_credit_minor, 0);
    earned_minor := coalesce(v_first_earned_minor, 0);
    if credit_minor + earned_minor <> p_amount_minor then
      raise exception using errcode = 'LG002',
        message = format('%s was spent before with another amount', p_from_credit ->> 'key'),
        detail = jsonb_build_object('key', p_from_credit ->> 'key')::text;
    end if;
  elsif earned_minor > coalesce(v_earned_free_minor, 0) then
    raise exception using errcode = 'LG001',
      message = format('member %s lacks %s', v_member, earned_minor - coalesce(v_earned_free_minor, 0)),
      detail = jsonb_build_object('kind', 'member_credit', 'holder', v_member,
        'missingMinor', (earned_minor - coalesce(v_earned_free_minor, 0))::text)::text;
  end if;

  if credit_minor > 0 then
    v_transfers := jsonb_build_array(
      p_from_credit || jsonb_build_object('debit', v_member, 'amount_minor', credit_minor));
  end if;
  if earned_minor > 0 then
    v_transfers := v_transfers || jsonb_build_array(
      p_from_earned || jsonb_build_object('debit', v_member, 'amount_minor', earned_minor));
  end if;
  posted := (ledger.post(v_transfers, p_at)).posted;
end $function$
;

CREATE OR REPLACE FUNCTION ledger.take_house_snapshots(p_up_to_seq bigint, p_at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_count integer;
begin
  insert into ledger.house_snapshots (account_id, up_to_seq, balance_minor, taken_at)
  select a.id, p_up_to_seq, s.balance_minor + m.moved_minor, p_at
  from ledger.accounts a
  cross join lateral (select coalesce(max(h.up_to_seq), 0) as up_to_seq,
    coalesce((array_agg(h.balance_minor order by h.up_to_seq desc))[1], 0) as balance_minor
    from ledger.house_snapshots h where h.account_id = a.id) s
  cross join lateral (select
    coalesce((select sum(t.amount_minor) from ledger.transfers t where t.credit_account_id = a.id
      and t.seq > s.up_to_seq and t.seq <= p_up_to_seq), 0)
    - coalesce((select sum(t.amount_minor) from ledger.transfers t where t.debit_account_id = a.id
      and t.seq > s.up_to_seq and t.seq <= p_up_to_seq), 0) as moved_minor) m
  where a.balance_minor is null and exists (select from ledger.transfers t
    where (t.credit_account_id = a.id or t.debit_account_id = a.id)
      and t.seq > s.up_to_seq and t.seq <= p_up_to_seq)
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $function$
;

grant execute on function ledger.expire_holds(integer,timestamp with time zone) to hirfa_app;

grant execute on function ledger.hold(jsonb,timestamp with time zone) to hirfa_app;

grant execute on function ledger.house_balance(text,text) to hirfa_app;

grant execute on function ledger.lock_earned(uuid) to hirfa_app;

grant execute on function ledger.post(jsonb,timestamp with time zone) to hirfa_app;

grant execute on function ledger.renew_hold(uuid,text,timestamp with time zone,timestamp with time zone) to hirfa_app;

grant execute on function ledger.resolve_hold(uuid,text,text,timestamp with time zone) to hirfa_app;

grant execute on function ledger.snapshot_horizon() to hirfa_app;

grant execute on function ledger.spend(uuid,bigint,jsonb,jsonb,timestamp with time zone) to hirfa_app;

grant execute on function ledger.take_house_snapshots(bigint,timestamp with time zone) to hirfa_app;

create schema media;

grant usage on schema media to hirfa_app;

create table media.files (
  id uuid not null,
  owner_id uuid not null,
  purpose text not null,
  kind text not null,
  type text not null,
  file_name text not null,
  byte_size bigint not null,
  width integer,
  height integer,
  storage_key text not null,
  at timestamp with time zone not null,
  kept_at timestamp with time zone
);
comment on table media.files is 'Uploads as they were accepted: never changed, only added, kept and removed.';
comment on column media.files.kept_at is 'When something (a service, a message) took the file; one that nobody took is swept.';
alter table media.files add constraint files_pkey PRIMARY KEY (id);
alter table media.files add constraint storage_key_is_used_once UNIQUE (storage_key);
alter table media.files add constraint avatar_is_an_image CHECK (((purpose <> 'avatar'::text) OR (kind = 'image'::text)));
alter table media.files add constraint file_is_not_empty CHECK ((byte_size > 0));
alter table media.files add constraint file_kind_is_known CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'file'::text])));
alter table media.files add constraint file_name_is_short CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table media.files add constraint file_purpose_is_known CHECK ((purpose = ANY (ARRAY['gallery'::text, 'attachment'::text, 'avatar'::text])));
alter table media.files add constraint gallery_is_seen_or_heard CHECK (((purpose <> 'gallery'::text) OR (kind <> 'file'::text)));
alter table media.files add constraint image_has_a_size CHECK (((kind <> 'image'::text) OR ((width > 0) AND (height > 0))));
CREATE INDEX files_kept_by_nobody ON media.files USING btree (at) WHERE (kept_at IS NULL);
CREATE INDEX files_of_owner ON media.files USING btree (owner_id, at DESC);
grant delete, insert, select on table media.files to hirfa_app;
grant update (kept_at) on table media.files to hirfa_app;

create table media.upload_parts (
  upload_id uuid not null,
  from_byte bigint not null,
  byte_size bigint not null,
  storage_key text not null
);
comment on table media.upload_parts is 'The bytes that came in one go; laid end to end they are the upload.';
alter table media.upload_parts add constraint upload_parts_pkey PRIMARY KEY (upload_id, from_byte);
alter table media.upload_parts add constraint part_is_not_empty CHECK ((byte_size > 0));
alter table media.upload_parts add constraint part_upload_exists FOREIGN KEY (upload_id) REFERENCES media.uploads(id) ON DELETE CASCADE;
grant delete, insert, select on table media.upload_parts to hirfa_app;

create table media.uploads (
  id uuid not null,
  owner_id uuid not null,
  purpose text not null,
  file_name text not null,
  byte_size bigint not null,
  received bigint default 0 not null,
  file_id uuid,
  crop text default ''::text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
comment on table media.uploads is 'Files on their way in; `received` only ever grows, by compare-and-set.';
alter table media.uploads add constraint uploads_pkey PRIMARY KEY (id);
alter table media.uploads add constraint upload_became_a_file_when_whole CHECK (((file_id IS NULL) OR (received = byte_size)));
alter table media.uploads add constraint upload_has_a_size CHECK ((byte_size > 0));
alter table media.uploads add constraint upload_is_never_over_its_size CHECK (((received >= 0) AND (received <= byte_size)));
alter table media.uploads add constraint upload_name_is_short CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table media.uploads add constraint upload_purpose_is_known CHECK ((purpose = ANY (ARRAY['gallery'::text, 'attachment'::text, 'avatar'::text])));
alter table media.uploads add constraint upload_file_exists FOREIGN KEY (file_id) REFERENCES media.files(id) ON DELETE SET NULL;
CREATE INDEX uploads_by_expiry ON media.uploads USING btree (expires_at);
CREATE INDEX uploads_of_file ON media.uploads USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX uploads_of_owner ON media.uploads USING btree (owner_id, expires_at);
grant delete, insert, select, update on table media.uploads to hirfa_app;

create schema messaging;

grant usage on schema messaging to hirfa_app;

create table messaging.message_files (
  message_id uuid not null,
  position smallint not null,
  thread_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  kind text not null,
  media_type text not null,
  byte_size bigint not null
);
alter table messaging.message_files add constraint message_files_pkey PRIMARY KEY (message_id, "position");
alter table messaging.message_files add constraint message_file_is_attached_once UNIQUE (file_id);
alter table messaging.message_files add constraint message_file_has_a_size CHECK ((byte_size >= 0));
alter table messaging.message_files add constraint message_file_kind_is_known CHECK ((kind = ANY (ARRAY['image'::text, 'file'::text])));
alter table messaging.message_files add constraint message_file_has_a_message FOREIGN KEY (message_id) REFERENCES messaging.messages(id);
CREATE INDEX files_of_thread ON messaging.message_files USING btree (thread_id, file_id);
CREATE TRIGGER message_files_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON messaging.message_files FOR EACH STATEMENT EXECUTE FUNCTION messaging.refuse_change();
grant insert, select on table messaging.message_files to hirfa_app;

create table messaging.messages (
  seq bigint generated always as identity not null,
  id uuid not null,
  thread_id uuid not null,
  sender_id uuid,
  body text not null,
  key text collate "C" not null,
  at timestamp with time zone not null,
  automatic boolean default false not null,
  guarded boolean default false not null
);
alter table messaging.messages add constraint messages_pkey PRIMARY KEY (id);
alter table messaging.messages add constraint message_key_is_used_once UNIQUE (thread_id, key);
alter table messaging.messages add constraint message_is_not_too_long CHECK ((length(body) <= 5000));
alter table messaging.messages add constraint message_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)));
alter table messaging.messages add constraint message_is_in_a_thread FOREIGN KEY (thread_id) REFERENCES messaging.threads(id);
CREATE INDEX messages_of_thread ON messaging.messages USING btree (thread_id, seq) INCLUDE (sender_id);
CREATE TRIGGER messages_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON messaging.messages FOR EACH STATEMENT EXECUTE FUNCTION messaging.refuse_change();
grant insert, select on table messaging.messages to hirfa_app;

create table messaging.thread_members (
  thread_id uuid not null,
  member_id uuid not null,
  read_up_to bigint default 0 not null,
  read_at timestamp with time zone,
  spam_at timestamp with time zone
);
alter table messaging.thread_members add constraint thread_members_pkey PRIMARY KEY (thread_id, member_id);
alter table messaging.thread_members add constraint thread_read_mark_is_dated CHECK (((read_up_to >= 0) AND ((read_up_to = 0) OR (read_at IS NOT NULL))));
alter table messaging.thread_members add constraint thread_member_is_in_a_thread FOREIGN KEY (thread_id) REFERENCES messaging.threads(id);
CREATE INDEX threads_of_member ON messaging.thread_members USING btree (member_id, thread_id) INCLUDE (read_up_to);
grant insert, select on table messaging.thread_members to hirfa_app;
grant update (read_up_to, read_at, spam_at) on table messaging.thread_members to hirfa_app;

create table messaging.threads (
  id uuid not null,
  subject_kind text collate "C" not null,
  subject_id uuid not null,
  opened_at timestamp with time zone not null
);
alter table messaging.threads add constraint threads_pkey PRIMARY KEY (id);
alter table messaging.threads add constraint thread_of_a_subject_is_one UNIQUE (subject_kind, subject_id);
alter table messaging.threads add constraint thread_subject_is_known CHECK ((subject_kind = ANY (ARRAY['order'::text, 'service-talk'::text])));
grant insert, select on table messaging.threads to hirfa_app;

CREATE OR REPLACE FUNCTION messaging.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception '% on %.% is refused: what was said stays said', tg_op, tg_table_schema, tg_table_name;
end $function$
;

create schema notifications;

grant usage on schema notifications to hirfa_app;

create table notifications.alerts (
  notice_id uuid not null,
  channel text collate "C" not null,
  target uuid not null,
  member_id uuid not null,
  due_at timestamp with time zone not null,
  attempts smallint default 0 not null,
  sent_at timestamp with time zone,
  given_up_at timestamp with time zone
);
alter table notifications.alerts add constraint alerts_pkey PRIMARY KEY (notice_id, channel, target);
alter table notifications.alerts add constraint alert_channel_is_known CHECK ((channel = ANY (ARRAY['push'::text, 'telegram'::text])));
alter table notifications.alerts add constraint alert_has_one_end CHECK (((sent_at IS NULL) OR (given_up_at IS NULL)));
alter table notifications.alerts add constraint alerts_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notifications.notices(id);
CREATE INDEX alerts_due ON notifications.alerts USING btree (due_at, notice_id) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));
grant insert, select, update on table notifications.alerts to hirfa_app;

create table notifications.channel_stops (
  member_id uuid not null,
  topic text collate "C" not null,
  at timestamp with time zone not null,
  channel text collate "C" not null
);
alter table notifications.channel_stops add constraint channel_stops_pkey PRIMARY KEY (member_id, topic, channel);
alter table notifications.channel_stops add constraint channel_stop_channel_is_known CHECK ((channel = ANY (ARRAY['mail'::text, 'push'::text, 'telegram'::text])));
alter table notifications.channel_stops add constraint channel_stop_topic_is_known CHECK ((topic = ANY (ARRAY['orders'::text, 'messages'::text, 'reviews'::text, 'services'::text, 'money'::text])));
grant delete, insert, select on table notifications.channel_stops to hirfa_app;

create table notifications.digest_items (
  notice_id uuid not null,
  member_id uuid not null,
  at timestamp with time zone not null
);
alter table notifications.digest_items add constraint digest_items_pkey PRIMARY KEY (notice_id);
alter table notifications.digest_items add constraint digest_items_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notifications.notices(id);
CREATE INDEX digest_items_of ON notifications.digest_items USING btree (member_id, at);
grant delete, insert, select on table notifications.digest_items to hirfa_app;

create table notifications.habits (
  member_id uuid not null,
  letters text collate "C" not null,
  digest_hour smallint not null,
  quiet_from smallint,
  quiet_until smallint,
  digest_on date
);
alter table notifications.habits add constraint habits_pkey PRIMARY KEY (member_id);
alter table notifications.habits add constraint habits_hours_are_hours CHECK ((((digest_hour >= 0) AND (digest_hour <= 23)) AND ((quiet_from >= 0) AND (quiet_from <= 23)) AND ((quiet_until >= 0) AND (quiet_until <= 23))));
alter table notifications.habits add constraint habits_letters_are_known CHECK ((letters = ANY (ARRAY['at_once'::text, 'daily'::text, 'fallback'::text])));
alter table notifications.habits add constraint quiet_has_both_ends CHECK ((((quiet_from IS NULL) = (quiet_until IS NULL)) AND (quiet_from <> quiet_until)));
grant insert, select, update on table notifications.habits to hirfa_app;

create table notifications.notices (
  id uuid not null,
  member_id uuid not null,
  key text not null,
  kind text not null,
  params jsonb not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone
);
alter table notifications.notices add constraint notices_pkey PRIMARY KEY (id);
alter table notifications.notices add constraint notice_is_sent_once UNIQUE (member_id, key);
alter table notifications.notices add constraint notice_kind_is_named CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text));
CREATE INDEX notices_newest ON notifications.notices USING btree (member_id, at DESC, id DESC);
CREATE INDEX notices_unread ON notifications.notices USING btree (member_id) WHERE (read_at IS NULL);
grant insert, select on table notifications.notices to hirfa_app;
grant update (read_at) on table notifications.notices to hirfa_app;

create table notifications.push_devices (
  id uuid not null,
  member_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  name text not null,
  at timestamp with time zone not null,
  session_id uuid
);
alter table notifications.push_devices add constraint push_devices_pkey PRIMARY KEY (id);
alter table notifications.push_devices add constraint push_device_is_one UNIQUE (endpoint);
alter table notifications.push_devices add constraint push_device_is_short CHECK (((length(endpoint) <= 1000) AND (length(p256dh) <= 200) AND (length(auth) <= 100) AND (length(name) <= 100)));
CREATE INDEX push_devices_of ON notifications.push_devices USING btree (member_id);
CREATE INDEX push_devices_of_session ON notifications.push_devices USING btree (session_id) WHERE (session_id IS NOT NULL);
grant delete, insert, select, update on table notifications.push_devices to hirfa_app;

create table notifications.telegram_chats (
  member_id uuid not null,
  chat_id bigint not null,
  at timestamp with time zone not null
);
alter table notifications.telegram_chats add constraint telegram_chats_pkey PRIMARY KEY (member_id);
alter table notifications.telegram_chats add constraint telegram_chat_is_one UNIQUE (chat_id);
grant delete, insert, select, update on table notifications.telegram_chats to hirfa_app;

create table notifications.telegram_codes (
  code_hash text collate "C" not null,
  member_id uuid not null,
  expires_at timestamp with time zone not null
);
alter table notifications.telegram_codes add constraint telegram_codes_pkey PRIMARY KEY (code_hash);
alter table notifications.telegram_codes add constraint telegram_code_of_member_is_one UNIQUE (member_id);
grant delete, insert, select, update on table notifications.telegram_codes to hirfa_app;

create schema orders;

grant usage on schema orders to hirfa_app;

create table orders.additions (
  id uuid not null,
  order_id uuid not null,
  ask_id uuid,
  upgrade_id uuid,
  title text not null,
  note text not null,
  price_minor bigint not null,
  days integer not null,
  at timestamp with time zone not null
);
alter table orders.additions add constraint additions_pkey PRIMARY KEY (id);
alter table orders.additions add constraint proposal_is_paid_once UNIQUE (ask_id);
alter table orders.additions add constraint upgrade_is_added_once UNIQUE (order_id, upgrade_id);
alter table orders.additions add constraint addition_has_a_title CHECK (((length(title) >= 1) AND (length(title) <= 100)));
alter table orders.additions add constraint addition_is_an_upgrade_or_an_extra CHECK (((ask_id IS NULL) <> (upgrade_id IS NULL)));
alter table orders.additions add constraint addition_note_is_not_too_long CHECK ((length(note) <= 2000));
alter table orders.additions add constraint addition_price_is_positive CHECK (((price_minor > 0) AND (price_minor < '1000000000000'::bigint)));
alter table orders.additions add constraint addition_takes_days CHECK (((days >= 0) AND (days <= 3650)));
alter table orders.additions add constraint addition_is_of_a_proposal FOREIGN KEY (ask_id) REFERENCES orders.asks(id);
alter table orders.additions add constraint addition_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX additions_of_order ON orders.additions USING btree (order_id);
CREATE TRIGGER additions_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.additions FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
grant insert, select on table orders.additions to hirfa_app;

create table orders.asks (
  id uuid not null,
  order_id uuid not null,
  kind text collate "C" not null,
  asked_by text collate "C" not null,
  reason text not null,
  days integer,
  asked_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  outcome text collate "C",
  ended_at timestamp with time zone,
  amount_minor bigint,
  title text
);
alter table orders.asks add constraint asks_pkey PRIMARY KEY (id);
alter table orders.asks add constraint ask_ends_whole CHECK (((outcome IS NULL) = (ended_at IS NULL)));
alter table orders.asks add constraint ask_for_a_sum_names_it CHECK ((((kind = ANY (ARRAY['refund'::text, 'addition'::text])) = (amount_minor IS NOT NULL)) AND (amount_minor > 0)));
alter table orders.asks add constraint ask_for_an_addition_has_a_title CHECK ((((kind = 'addition'::text) = (title IS NOT NULL)) AND ((length(title) >= 1) AND (length(title) <= 100))));
alter table orders.asks add constraint ask_for_time_names_days CHECK ((((kind = ANY (ARRAY['extension'::text, 'addition'::text])) = (days IS NOT NULL)) AND ((days >=
CASE
    WHEN (kind = 'extension'::text) THEN 1
    ELSE 0
END) AND (days <= 30))));
alter table orders.asks add constraint ask_has_a_reason CHECK (((length(reason) <= 2000) AND ((kind = 'addition'::text) OR (reason <> ''::text))));
alter table orders.asks add constraint ask_is_of_a_side CHECK ((asked_by = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table orders.asks add constraint ask_kind_is_known CHECK ((kind = ANY (ARRAY['extension'::text, 'cancellation'::text, 'refund'::text, 'addition'::text])));
alter table orders.asks add constraint ask_outcome_is_known CHECK ((outcome = ANY (ARRAY['agreed'::text, 'refused'::text, 'withdrawn'::text, 'silence_yes'::text, 'silence_no'::text, 'lapsed'::text])));
alter table orders.asks add constraint ask_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX asks_of_order ON orders.asks USING btree (order_id, asked_at);
CREATE UNIQUE INDEX open_ask_is_one ON orders.asks USING btree (order_id, kind) WHERE (outcome IS NULL);
grant insert, select, update on table orders.asks to hirfa_app;

create table orders.change_requests (
  id uuid not null,
  order_id uuid not null,
  number smallint not null,
  body text not null,
  at timestamp with time zone not null
);
alter table orders.change_requests add constraint change_requests_pkey PRIMARY KEY (id);
alter table orders.change_requests add constraint change_request_number_is_used_once UNIQUE (order_id, number);
alter table orders.change_requests add constraint change_request_says_something CHECK (((length(body) >= 1) AND (length(body) <= 5000)));
alter table orders.change_requests add constraint change_request_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE TRIGGER change_requests_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.change_requests FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
grant insert, select on table orders.change_requests to hirfa_app;

create table orders.deliveries (
  id uuid not null,
  order_id uuid not null,
  number smallint not null,
  note text not null,
  ai_used boolean not null,
  at timestamp with time zone not null,
  part boolean default false not null,
  ai_note text default ''::text not null
);
alter table orders.deliveries add constraint deliveries_pkey PRIMARY KEY (id);
alter table orders.deliveries add constraint delivery_number_is_used_once UNIQUE (order_id, part, number);
alter table orders.deliveries add constraint ai_note_is_short CHECK (((length(ai_note) <= 300) AND (ai_used OR (ai_note = ''::text))));
alter table orders.deliveries add constraint delivery_is_numbered CHECK ((number >= 1));
alter table orders.deliveries add constraint delivery_note_is_not_too_long CHECK (((length(note) >= 1) AND (length(note) <= 5000)));
alter table orders.deliveries add constraint part_deliveries_are_few CHECK (((NOT part) OR (number <= 10)));
alter table orders.deliveries add constraint delivery_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE TRIGGER deliveries_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.deliveries FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
grant insert, select on table orders.deliveries to hirfa_app;

create table orders.disputes (
  order_id uuid not null,
  opened_by text collate "C" not null,
  kind text collate "C" not null,
  checks text[] not null,
  body text not null,
  wanted_minor bigint not null,
  after_completion boolean not null,
  phase text collate "C" not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  arbiter_id uuid,
  proposed_minor bigint,
  proposed_reason text,
  proposed_at timestamp with time zone,
  buyer_accepted_at timestamp with time zone,
  seller_accepted_at timestamp with time zone,
  appealed_by text collate "C",
  appeal text,
  appealed_at timestamp with time zone,
  second_arbiter_id uuid,
  decided_reason text,
  outcome text collate "C",
  refund_minor bigint,
  ended_at timestamp with time zone,
  while_working boolean default false not null
);
alter table orders.disputes add constraint disputes_pkey PRIMARY KEY (order_id);
alter table orders.disputes add constraint dispute_ends_whole CHECK ((((phase = ANY (ARRAY['ended'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL)) AND ((phase = 'ended'::text) = (refund_minor IS NOT NULL))));
alter table orders.disputes add constraint dispute_is_of_a_side CHECK (((opened_by = ANY (ARRAY['buyer'::text, 'seller'::text])) AND (appealed_by = ANY (ARRAY['buyer'::text, 'seller'::text]))));
alter table orders.disputes add constraint dispute_phase_is_known CHECK ((phase = ANY (ARRAY['answer'::text, 'proposal'::text, 'acceptance'::text, 'appeal'::text, 'ended'::text, 'withdrawn'::text])));
alter table orders.disputes add constraint dispute_says_something CHECK ((((length(body) >= 1) AND (length(body) <= 5000)) AND (length(answer) <= 5000) AND ((length(proposed_reason) >= 1) AND (length(proposed_reason) <= 5000)) AND ((length(appeal) >= 1) AND (length(appeal) <= 5000)) AND ((length(decided_reason) >= 1) AND (length(decided_reason) <= 5000))));
alter table orders.disputes add constraint dispute_sums_are_not_negative CHECK (((wanted_minor >= 0) AND (proposed_minor >= 0) AND (refund_minor >= 0)));
alter table orders.disputes add constraint second_arbiter_is_another CHECK ((second_arbiter_id <> arbiter_id));
alter table orders.disputes add constraint dispute_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX disputes_ended ON orders.disputes USING btree (ended_at) WHERE (phase = 'ended'::text);
CREATE INDEX disputes_open ON orders.disputes USING btree (due_at) WHERE (ended_at IS NULL);
grant insert, select, update on table orders.disputes to hirfa_app;

create table orders.files (
  file_id uuid not null,
  order_id uuid not null,
  purpose text collate "C" not null,
  subject text collate "C" not null,
  position smallint not null,
  file_name text not null,
  kind text not null,
  media_type text not null,
  byte_size bigint not null
);
alter table orders.files add constraint files_pkey PRIMARY KEY (file_id);
alter table orders.files add constraint file_has_a_size CHECK ((byte_size >= 0));
alter table orders.files add constraint file_kind_is_known CHECK ((kind = ANY (ARRAY['image'::text, 'file'::text])));
alter table orders.files add constraint file_purpose_is_known CHECK ((purpose = ANY (ARRAY['requirement'::text, 'delivery'::text])));
alter table orders.files add constraint file_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX files_of_order ON orders.files USING btree (order_id, purpose, subject, "position");
CREATE TRIGGER files_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.files FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
grant insert, select on table orders.files to hirfa_app;

create table orders.guarantee_debts (
  order_id uuid not null,
  number smallint not null,
  member_id uuid not null,
  owed_minor bigint not null,
  recovered_minor bigint default 0 not null,
  since timestamp with time zone not null
);
alter table orders.guarantee_debts add constraint guarantee_debts_pkey PRIMARY KEY (order_id, number);
alter table orders.guarantee_debts add constraint debt_is_paid_up_to_what_is_owed CHECK (((owed_minor > 0) AND ((recovered_minor >= 0) AND (recovered_minor <= owed_minor))));
alter table orders.guarantee_debts add constraint debt_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX open_debts_of_member ON orders.guarantee_debts USING btree (member_id, since) WHERE (recovered_minor < owed_minor);
grant insert, select on table orders.guarantee_debts to hirfa_app;
grant update (recovered_minor) on table orders.guarantee_debts to hirfa_app;

create table orders.history (
  seq bigint generated always as identity not null,
  order_id uuid not null,
  at timestamp with time zone not null,
  actor text collate "C" not null,
  party text collate "C" not null,
  act text collate "C" not null,
  from_state text collate "C",
  to_state text collate "C" not null,
  key text collate "C",
  details jsonb
);
alter table orders.history add constraint history_pkey PRIMARY KEY (order_id, seq);
alter table orders.history add constraint history_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)));
alter table orders.history add constraint history_names_its_actor CHECK (((length(actor) >= 1) AND (length(actor) <= 200)));
alter table orders.history add constraint history_party_is_known CHECK ((party = ANY (ARRAY['buyer'::text, 'seller'::text, 'staff'::text, 'clock'::text, 'system'::text])));
alter table orders.history add constraint history_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE UNIQUE INDEX act_key_is_used_once ON orders.history USING btree (order_id, key) WHERE (key IS NOT NULL);
CREATE TRIGGER history_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.history FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
grant insert, select on table orders.history to hirfa_app;

create table orders.orders (
  id uuid not null,
  code text collate "C" not null,
  purchase_key text collate "C" not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  title text not null,
  items jsonb not null,
  questions jsonb not null,
  price_minor bigint not null,
  fee_minor bigint not null,
  commission_bps integer not null,
  clearing_days integer not null,
  delivery_days integer not null,
  changes_included integer not null,
  state text collate "C" not null,
  version integer default 1 not null,
  opened_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  requirements_at timestamp with time zone,
  seller_spoke_at timestamp with time zone,
  due_at timestamp with time zone,
  first_delivered_at timestamp with time zone,
  delivered_at timestamp with time zone,
  acceptance_ends_at timestamp with time zone,
  prolonged boolean default false not null,
  changes_used integer default 0 not null,
  extensions_asked integer default 0 not null,
  completed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  closed_at timestamp with time zone,
  refunded_minor bigint default 0 not null,
  disputed_at timestamp with time zone,
  frozen_ms bigint default 0 not null,
  parts_delivered integer default 0 not null
) with (fillfactor=85);
alter table orders.orders add constraint orders_pkey PRIMARY KEY (id);
alter table orders.orders add constraint order_code_is_unique UNIQUE (code);
alter table orders.orders add constraint order_purchase_is_made_once UNIQUE (buyer_id, purchase_key);
CREATE INDEX completed_orders_of_service ON orders.orders USING btree (service_id) WHERE (state = ANY (ARRAY['completed'::text, 'closed'::text]));
CREATE INDEX orders_of_buyer ON orders.orders USING btree (buyer_id, id) INCLUDE (state);
CREATE INDEX orders_of_seller ON orders.orders USING btree (seller_id, id) INCLUDE (state);
CREATE TRIGGER bought_stays_as_bought BEFORE UPDATE OF id, code, purchase_key, buyer_id, seller_id, service_id, service_version, title, questions, fee_minor, commission_bps, clearing_days, opened_at ON orders.orders FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
CREATE TRIGGER order_grows_by_what_was_added BEFORE UPDATE OF items, price_minor ON orders.orders FOR EACH ROW EXECUTE FUNCTION orders.judge_growth();
CREATE TRIGGER orders_are_never_removed BEFORE DELETE OR TRUNCATE ON orders.orders FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
CREATE TRIGGER orders_are_well_formed BEFORE INSERT OR UPDATE ON orders.orders FOR EACH ROW EXECUTE FUNCTION orders.judge_order();
grant insert, select, update on table orders.orders to hirfa_app;

create table orders.requirement_drafts (
  order_id uuid not null,
  answers jsonb not null,
  note text not null,
  at timestamp with time zone not null
);
alter table orders.requirement_drafts add constraint requirement_drafts_pkey PRIMARY KEY (order_id);
alter table orders.requirement_drafts add constraint requirement_draft_is_bounded CHECK (((length((answers)::text) <= 400000) AND (length(note) <= 5000)));
alter table orders.requirement_drafts add constraint requirement_drafts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);
grant delete, insert, select, update on table orders.requirement_drafts to hirfa_app;

create table orders.requirements (
  order_id uuid not null,
  answers jsonb not null,
  note text not null,
  at timestamp with time zone not null
);
alter table orders.requirements add constraint requirements_pkey PRIMARY KEY (order_id);
alter table orders.requirements add constraint requirements_are_listed CHECK ((jsonb_typeof(answers) = 'array'::text));
alter table orders.requirements add constraint requirements_note_is_not_too_long CHECK ((length(note) <= 5000));
alter table orders.requirements add constraint requirements_are_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE TRIGGER requirements_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.requirements FOR EACH STATEMENT EXECUTE FUNCTION orders.refuse_change();
grant insert, select on table orders.requirements to hirfa_app;

create table orders.timers (
  order_id uuid not null,
  kind text collate "C" not null,
  step smallint default 0 not null,
  anchor_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone
) with (fillfactor=80);
alter table orders.timers add constraint timers_pkey PRIMARY KEY (order_id, kind);
alter table orders.timers add constraint timer_kind_is_known CHECK ((kind = ANY (ARRAY['requirements'::text, 'first_word'::text, 'delivery'::text, 'acceptance'::text, 'extension'::text, 'cancellation'::text, 'guarantee'::text, 'refund'::text, 'dispute_answer'::text, 'dispute_proposal'::text, 'dispute_acceptance'::text, 'dispute_appeal'::text, 'addition'::text])));
alter table orders.timers add constraint timer_step_is_counted CHECK ((step >= 0));
alter table orders.timers add constraint timer_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX timers_waiting ON orders.timers USING btree (due_at, order_id) WHERE (done_at IS NULL);
grant insert, select, update on table orders.timers to hirfa_app;

CREATE OR REPLACE FUNCTION orders.judge_growth()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_line jsonb := new.items -> -1;
begin
  if new.items - -1 is distinct from old.items
    or jsonb_array_length(new.items) <> jsonb_array_length(old.items) + 1
    or not exists (select from orders.additions a
      where a.id = (v_line ->> 'addition_id')::uuid and a.order_id = new.id
        and a.price_minor = (v_line ->> 'unit_price_minor')::bigint
        and a.price_minor = new.price_minor - old.price_minor)
  then
    raise exception using errcode = '23514', schema = 'orders', table = 'orders',
      constraint = 'order_grows_by_what_was_added',
      message = format('UPDATE on orders.orders is refused: order %s grows only by what was added', new.id);
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION orders.judge_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_broken text := case
    when new.state not in ('awaiting_requirements', 'in_progress', 'delivered', 'completed', 'closed',
      'cancelled', 'disputed') then 'order_state_is_known'
    when new.buyer_id = new.seller_id then 'nobody_buys_from_themselves'
    when not (new.price_minor > 0 and new.price_minor < 1000000000000) then 'order_price_is_positive'
    when not (new.fee_minor >= 0 and new.fee_minor < 1000000000000) then 'order_fee_is_not_negative'
    when new.refunded_minor not between 0 and new.price_minor then 'order_refund_is_of_the_price'
    when new.commission_bps not between 0 and 10000 then 'order_commission_is_a_share'
    when new.clearing_days not between 0 and 90 then 'order_clearing_is_in_days'
    when new.delivery_days not between 1 and 3650 then 'order_takes_a_day_at_least'
    when not (jsonb_typeof(new.items) = 'array' and new.items <> '[]'::jsonb) then 'order_items_are_listed'
    when jsonb_typeof(new.questions) <> 'array' then 'order_questions_are_listed'
    when new.changes_used not between 0 and new.changes_included then 'order_changes_stay_as_included'
    when new.extensions_asked < 0 then 'order_extensions_are_counted'
    when length(new.purchase_key) not between 1 and 200 then 'order_key_is_short'
    when new.state not in ('awaiting_requirements', 'cancelled')
      and (new.requirements_at is null or new.due_at is null) then 'work_starts_with_requirements'
    when new.state in ('delivered', 'completed', 'closed', 'disputed') and new.first_delivered_at is null
      then 'delivered_order_has_a_delivery'
    when new.state = 'delivered' and new.delivered_at is null then 'delivered_order_has_a_delivery'
    when new.parts_delivered not between 0 and 10 then 'order_parts_are_few'
    when new.state = 'delivered' and new.acceptance_ends_at is null then 'delivery_waits_until_an_instant'
    when new.state = 'disputed' and new.disputed_at is null then 'disputed_order_is_dated'
    when new.state in ('completed', 'closed') and new.completed_at is null then 'completed_order_is_dated'
    when (new.state = 'cancelled') <> (new.cancelled_at is not null) then 'cancelled_order_is_dated'
    when (new.state = 'closed') <> (new.closed_at is not null) then 'closed_order_is_dated'
  end;
begin
  if v_broken is not null then
    raise exception using errcode = '23514', schema = 'orders', table = 'orders', constraint = v_broken,
      message = format('order %s: %s', new.id, replace(v_broken, '_', ' '));
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION orders.open(p_order jsonb, p_at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  o record;
begin
  select * into o from jsonb_to_record(p_order) as t(order_id uuid, fact_id uuid, code text,
    purchase_key text, buyer_id uuid, seller_id uuid, service_id uuid, service_version integer, title text,
    items jsonb, questions jsonb, price_minor bigint, fee_minor bigint, commission_bps integer,
    clearing_days integer, delivery_days integer, changes_included integer,
    first_reminder_at timestamptz);

  insert into orders.orders (id, code, purchase_key, buyer_id, seller_id, service_id, service_version,
    title, items, questions, price_minor, fee_minor, commission_bps, clearing_days, delivery_days,
    changes_included, state, opened_at, moved_at)
  values (o.order_id, o.code, o.purchase_key, o.buyer_id, o.seller_id, o.service_id, o.service_version,
    o.title, o.items, o.questions, o.price_minor, o.fee_minor, o.commission_bps, o.clearing_days,
    o.delivery_days, o.changes_included, 'awaiting_requirements', p_at, p_at);

  with history as (
    insert into orders.history (order_id, at, actor, party, act, to_state)
    values (o.order_id, p_at, o.buyer_id::text, 'buyer', 'open', 'awaiting_requirements')
  ), timer as (
    insert into orders.timers (order_id, kind, anchor_at, due_at)
    values (o.order_id, 'requirements', p_at, o.first_reminder_at)
  )
  insert into platform.facts (id, kind, payload, at)
  values (o.fact_id, 'orders.order-opened', jsonb_build_object('orderId', o.order_id,
    'buyerId', o.buyer_id, 'sellerId', o.seller_id, 'serviceId', o.service_id), p_at);

  return o.order_id;
end $function$
;

CREATE OR REPLACE FUNCTION orders.pay_addition(p_addition jsonb, p_spend jsonb, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_order_id uuid := (p_addition ->> 'order_id')::uuid;
  v_price_minor bigint := (p_addition ->> 'price_minor')::bigint;
  v_key text := format('order:%s:addition:%s', v_order_id, p_addition ->> 'id');
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id,
    'actor', p_spend ->> 'actor');
  v_buyer_id uuid;
  v_spent record;
begin
  insert into orders.additions (id, order_id, ask_id, upgrade_id, title, note, price_minor, days, at)
  values ((p_addition ->> 'id')::uuid, v_order_id, (p_addition ->> 'ask_id')::uuid,
    (p_addition ->> 'upgrade_id')::uuid, p_addition ->> 'title', p_addition ->> 'note', v_price_minor,
    (p_addition ->> 'days')::integer, p_at);

  update orders.orders set price_minor = price_minor + v_price_minor,
    items = items || jsonb_build_array(p_addition -> 'item')
  where id = v_order_id returning buyer_id into strict v_buyer_id;

  v_spent := ledger.spend(v_buyer_id, v_price_minor,
    v_reserve || jsonb_build_object('id', p_spend ->> 'credit_transfer_id',
      'key', v_key || ':reserve-credit', 'kind', 'reserve_from_credit'),
    v_reserve || jsonb_build_object('id', p_spend ->> 'earned_transfer_id',
      'key', v_key || ':reserve-earned', 'kind', 'reserve_from_earned'),
    p_at);
end $function$
;

CREATE OR REPLACE FUNCTION orders.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception '% on %.% is refused: the history of an order is append-only',
    tg_op, tg_table_schema, tg_table_name;
end $function$
;

CREATE OR REPLACE FUNCTION orders.running_of(of_seller uuid, of_service uuid)
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
  with running as materialized (
    select id from orders.orders
    where seller_id = of_seller and state in ('awaiting_requirements', 'in_progress'))
  select count(*)::integer from running join orders.orders as o on o.id = running.id
  where o.service_id = of_service
$function$
;

grant execute on function orders.judge_growth() to public;

grant execute on function orders.judge_order() to public;

grant execute on function orders.open(jsonb,timestamp with time zone) to hirfa_app;

grant execute on function orders.pay_addition(jsonb,jsonb,timestamp with time zone) to hirfa_app;

grant execute on function orders.running_of(uuid,uuid) to hirfa_app;

create schema platform;

grant usage on schema platform to hirfa_app;

create table platform.clock (
  only_row boolean default true not null,
  offset_ms bigint default 0 not null
);
alter table platform.clock add constraint clock_pkey PRIMARY KEY (only_row);
alter table platform.clock add constraint clock_only_row_check CHECK (only_row);
grant select, update on table platform.clock to hirfa_app;

create table platform.facts (
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  at timestamp with time zone not null,
  relayed_at timestamp with time zone
);
comment on table platform.facts is 'What happened in the business, written in the transaction of the change; the relay turns each into jobs.';
alter table platform.facts add constraint facts_pkey PRIMARY KEY (id);
alter table platform.facts add constraint facts_kind_check CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text));
CREATE INDEX facts_waiting ON platform.facts USING btree (at, id) WHERE (relayed_at IS NULL);
grant insert, select on table platform.facts to hirfa_app;
grant update (relayed_at) on table platform.facts to hirfa_app;

create table platform.limits (
  key text not null,
  points integer default 0 not null,
  expire bigint
);
alter table platform.limits add constraint limits_pkey PRIMARY KEY (key);
CREATE INDEX limits_expire ON platform.limits USING btree (expire);
grant delete, insert, select, update on table platform.limits to hirfa_app;

create table platform.outgoing_mail (
  id uuid not null,
  key text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  at timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempts integer default 0 not null,
  try_at timestamp with time zone not null,
  unsubscribe_url text,
  dropped_at timestamp with time zone
);
comment on table platform.outgoing_mail is 'Mail to send; the demo shows it as an outbox page.';
alter table platform.outgoing_mail add constraint outgoing_mail_pkey PRIMARY KEY (id);
alter table platform.outgoing_mail add constraint outgoing_mail_key_key UNIQUE (key);
alter table platform.outgoing_mail add constraint mail_is_sent_or_dropped CHECK (((sent_at IS NULL) OR (dropped_at IS NULL)));
CREATE INDEX outgoing_mail_due ON platform.outgoing_mail USING btree (try_at, id) WHERE ((sent_at IS NULL) AND (dropped_at IS NULL));
CREATE INDEX outgoing_mail_newest ON platform.outgoing_mail USING btree (at DESC);
grant insert, select, update on table platform.outgoing_mail to hirfa_app;

create table platform.world (
  only_row boolean default true not null,
  begun boolean default false not null,
  filled boolean default false not null
);
alter table platform.world add constraint world_pkey PRIMARY KEY (only_row);
alter table platform.world add constraint filled_world_was_begun CHECK ((begun OR (NOT filled)));
alter table platform.world add constraint world_only_row_check CHECK (only_row);
grant select, update on table platform.world to hirfa_app;

create schema public;

comment on schema public is 'standard public schema';

grant usage on schema public to public;

create table public.migrations (
  name text not null,
  digest text not null
);
alter table public.migrations add constraint migrations_pkey PRIMARY KEY (name);
grant select on table public.migrations to hirfa_app;

create schema reviews;

grant usage on schema reviews to hirfa_app;

create table reviews.answers (
  review_id uuid not null,
  author_id uuid not null,
  body text not null,
  written_at timestamp with time zone not null
);
alter table reviews.answers add constraint answers_pkey PRIMARY KEY (review_id);
alter table reviews.answers add constraint answer_is_short CHECK (((length(body) >= 1) AND (length(body) <= 1000)));
alter table reviews.answers add constraint answer_is_to_a_review FOREIGN KEY (review_id) REFERENCES reviews.reviews(id);
grant insert, select on table reviews.answers to hirfa_app;

create table reviews.appeals (
  id uuid not null,
  review_id uuid not null,
  asked_by uuid not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  outcome text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text
);
alter table reviews.appeals add constraint appeals_pkey PRIMARY KEY (id);
alter table reviews.appeals add constraint review_is_appealed_once UNIQUE (review_id);
alter table reviews.appeals add constraint appeal_is_decided_as_a_whole CHECK ((((outcome IS NULL) = (decided_by IS NULL)) AND ((outcome IS NULL) = (decided_at IS NULL)) AND ((outcome IS NULL) = (decision_reason IS NULL))));
alter table reviews.appeals add constraint appeal_outcome_is_known CHECK ((outcome = ANY (ARRAY['hidden'::text, 'kept'::text])));
alter table reviews.appeals add constraint appeal_reason_is_short CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table reviews.appeals add constraint nobody_decides_their_own_appeal CHECK ((decided_by <> asked_by));
alter table reviews.appeals add constraint appeal_is_of_a_review FOREIGN KEY (review_id) REFERENCES reviews.reviews(id);
CREATE INDEX appeals_decided ON reviews.appeals USING btree (decided_at DESC) WHERE (outcome IS NOT NULL);
CREATE INDEX appeals_waiting ON reviews.appeals USING btree (asked_at) WHERE (outcome IS NULL);
grant insert, select on table reviews.appeals to hirfa_app;
grant update (outcome, decided_by, decided_at, decision_reason) on table reviews.appeals to hirfa_app;

create table reviews.figures (
  kind text not null,
  subject_id uuid not null,
  reviews integer not null,
  quality_sum integer default 0 not null,
  communication_sum integer default 0 not null,
  on_time_sum integer default 0 not null,
  stars_sum integer default 0 not null
);
alter table reviews.figures add constraint figures_pkey PRIMARY KEY (kind, subject_id);
alter table reviews.figures add constraint figures_are_possible CHECK (((reviews >= 0) AND ((quality_sum >= 0) AND (quality_sum <= (5 * reviews))) AND ((communication_sum >= 0) AND (communication_sum <= (5 * reviews))) AND ((on_time_sum >= 0) AND (on_time_sum <= (5 * reviews))) AND ((stars_sum >= 0) AND (stars_sum <= (5 * reviews)))));
alter table reviews.figures add constraint figures_kind_is_known CHECK ((kind = ANY (ARRAY['service'::text, 'seller'::text, 'buyer'::text])));
grant insert, select, update on table reviews.figures to hirfa_app;

create table reviews.history (
  seq bigint generated always as identity not null,
  order_id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  details jsonb
);
alter table reviews.history add constraint history_pkey PRIMARY KEY (seq);
alter table reviews.history add constraint history_is_of_a_pair FOREIGN KEY (order_id) REFERENCES reviews.pairs(order_id);
CREATE INDEX history_of_pair ON reviews.history USING btree (order_id, seq);
grant insert, select on table reviews.history to hirfa_app;

create table reviews.pairs (
  order_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  step smallint default 0 not null,
  due_at timestamp with time zone
);
alter table reviews.pairs add constraint pairs_pkey PRIMARY KEY (order_id);
alter table reviews.pairs add constraint opened_pair_waits_for_nothing CHECK (((opened_at IS NULL) OR (due_at IS NULL)));
alter table reviews.pairs add constraint pair_has_two_people CHECK ((buyer_id <> seller_id));
alter table reviews.pairs add constraint pair_time_ends_after_it_begins CHECK ((ends_at > starts_at));
alter table reviews.pairs add constraint pair_is_of_an_order FOREIGN KEY (order_id) REFERENCES orders.orders(id);
CREATE INDEX pairs_due ON reviews.pairs USING btree (due_at) WHERE (due_at IS NOT NULL);
grant insert, select, update on table reviews.pairs to hirfa_app;

create table reviews.reviews (
  id uuid not null,
  order_id uuid not null,
  side text not null,
  author_id uuid not null,
  subject_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  quality smallint,
  communication smallint,
  on_time smallint,
  stars smallint,
  body text not null,
  key text not null,
  written_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  hidden_at timestamp with time zone
);
alter table reviews.reviews add constraint reviews_pkey PRIMARY KEY (id);
alter table reviews.reviews add constraint review_is_written_once_a_side UNIQUE (order_id, side);
alter table reviews.reviews add constraint buyers_rate_three_criteria_from_1_to_5 CHECK (((side <> 'buyer'::text) OR ((quality IS NOT NULL) AND ((quality >= 1) AND (quality <= 5)) AND (communication IS NOT NULL) AND ((communication >= 1) AND (communication <= 5)) AND (on_time IS NOT NULL) AND ((on_time >= 1) AND (on_time <= 5)) AND (stars IS NULL))));
alter table reviews.reviews add constraint nobody_reviews_themselves CHECK ((author_id <> subject_id));
alter table reviews.reviews add constraint only_opened_reviews_are_hidden CHECK (((hidden_at IS NULL) OR (opened_at IS NOT NULL)));
alter table reviews.reviews add constraint review_side_is_known CHECK ((side = ANY (ARRAY['buyer'::text, 'seller'::text])));
alter table reviews.reviews add constraint review_text_is_short CHECK (((length(body) >= 1) AND (length(body) <= 2000)));
alter table reviews.reviews add constraint sellers_give_1_to_5_stars CHECK (((side <> 'seller'::text) OR ((stars IS NOT NULL) AND ((stars >= 1) AND (stars <= 5)) AND (quality IS NULL) AND (communication IS NULL) AND (on_time IS NULL))));
alter table reviews.reviews add constraint review_is_of_a_pair FOREIGN KEY (order_id) REFERENCES reviews.pairs(order_id);
CREATE INDEX reviews_of_member ON reviews.reviews USING btree (subject_id, side, opened_at DESC, id DESC) WHERE ((opened_at IS NOT NULL) AND (hidden_at IS NULL));
CREATE INDEX reviews_of_service ON reviews.reviews USING btree (service_id, opened_at DESC, id DESC) WHERE ((side = 'buyer'::text) AND (opened_at IS NOT NULL) AND (hidden_at IS NULL));
grant insert, select on table reviews.reviews to hirfa_app;
grant update (opened_at, hidden_at) on table reviews.reviews to hirfa_app;

create schema sandbox;

grant usage on schema sandbox to hirfa_app;

create table sandbox.charges (
  id uuid not null,
  idempotency_key text not null,
  amount_minor bigint not null,
  description text not null,
  return_url text not null,
  webhook_url text not null,
  state text not null,
  finishes_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table sandbox.charges add constraint charges_pkey PRIMARY KEY (id);
alter table sandbox.charges add constraint charge_is_made_once UNIQUE (idempotency_key);
alter table sandbox.charges add constraint charge_amount_is_positive CHECK ((amount_minor > 0));
alter table sandbox.charges add constraint charge_in_processing_finishes CHECK (((state = 'processing'::text) = (finishes_at IS NOT NULL)));
alter table sandbox.charges add constraint charge_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'processing'::text, 'succeeded'::text, 'declined'::text, 'cancelled'::text])));
grant insert, select on table sandbox.charges to hirfa_app;
grant update (state, finishes_at, updated_at) on table sandbox.charges to hirfa_app;

create table sandbox.webhooks (
  id uuid not null,
  charge_id uuid not null,
  event_id uuid not null,
  type text not null,
  due_at timestamp with time zone not null,
  attempts integer default 0 not null,
  delivered_at timestamp with time zone
);
alter table sandbox.webhooks add constraint webhooks_pkey PRIMARY KEY (id);
alter table sandbox.webhooks add constraint webhook_charge_exists FOREIGN KEY (charge_id) REFERENCES sandbox.charges(id);
CREATE INDEX webhooks_due ON sandbox.webhooks USING btree (due_at) WHERE (delivered_at IS NULL);
grant insert, select on table sandbox.webhooks to hirfa_app;
grant update (attempts, delivered_at) on table sandbox.webhooks to hirfa_app;

create schema search;

grant usage on schema search to hirfa_app;

create table search.changes (
  seq bigint generated always as identity not null,
  service_id uuid not null,
  at timestamp with time zone not null
);
alter table search.changes add constraint changes_pkey PRIMARY KEY (seq);
grant delete, insert, select on table search.changes to hirfa_app;

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
  online boolean default false not null,
  sales_count integer not null,
  rating_hundredths smallint not null,
  rating_count integer not null,
  rating_score integer not null,
  published_at timestamp with time zone not null,
  analyzer smallint not null,
  traits bigint generated always as ((((((((((leaf_code)::bigint << 51) | (LEAST(((price_minor + 99) / 100), (4095)::bigint) << 39)) | ((delivery_days)::bigint << 32)) | ((languages)::bigint << 10)) | (((rating_hundredths / 10))::bigint << 4)) | ((level)::bigint << 2)) | (((ai_free)::integer)::bigint << 1)) | ((online)::integer)::bigint)) stored not null,
  title_words text not null,
  words tsvector not null
) with (fillfactor=75);
comment on column search.documents.traits is 'All filters in 63 bits: leaf 12, whole dollars 12, days 7, languages 22, rating in tenths 6, level 2, AI-free 1, online 1. Counting reads this alone.';
comment on column search.documents.title_words is 'Words of the title, then a tab, then of the tags, for the second phase of ranking: surface, or surface/term, or surface/term/alternate,alternate.';
alter table search.documents add constraint documents_pkey PRIMARY KEY (service_id);
alter table search.documents add constraint document_quality_is_a_share CHECK (((quality >= (0)::double precision) AND (quality <= (1)::double precision)));
alter table search.documents add constraint document_tier_is_known CHECK (((tier >= 1) AND (tier <= 12)));
CREATE INDEX documents_by_words ON search.documents USING gin (words) WITH (gin_pending_list_limit='256');
CREATE INDEX documents_of_seller ON search.documents USING btree (seller_id);
grant delete, insert, select, update on table search.documents to hirfa_app;

create table search.figures (
  service_id uuid not null,
  buyers integer not null,
  recent_buyers integer not null,
  completed integer not null,
  ended integer not null,
  on_time integer not null,
  delivered integer not null,
  replied integer not null,
  asked integer not null,
  counted_at timestamp with time zone not null
);
comment on column search.figures.buyers is 'Different buyers of completed orders; who also sold to the seller is not counted.';
alter table search.figures add constraint figures_pkey PRIMARY KEY (service_id);
grant delete, insert, select, update on table search.figures to hirfa_app;

create table search.leaf_codes (
  leaf_key text not null,
  code smallint generated always as identity not null
);
alter table search.leaf_codes add constraint leaf_codes_pkey PRIMARY KEY (leaf_key);
alter table search.leaf_codes add constraint leaf_code_is_used_once UNIQUE (code);
grant insert, select on table search.leaf_codes to hirfa_app;

create table search.lexicon_additions (
  id uuid not null,
  kind text collate "C" not null,
  line text not null,
  state text collate "C" not null,
  added_by text not null,
  added_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  applied_at timestamp with time zone
);
alter table search.lexicon_additions add constraint lexicon_additions_pkey PRIMARY KEY (id);
alter table search.lexicon_additions add constraint addition_is_short CHECK (((length(line) >= 1) AND (length(line) <= 300)));
alter table search.lexicon_additions add constraint addition_kind_is_known CHECK ((kind = ANY (ARRAY['nouns'::text, 'adjectives'::text, 'agents'::text, 'verbs'::text, 'loans'::text, 'brands'::text, 'synonyms'::text, 'stop'::text, 'confusable'::text])));
alter table search.lexicon_additions add constraint addition_state_is_known CHECK ((state = ANY (ARRAY['held'::text, 'ended'::text])));
alter table search.lexicon_additions add constraint ended_addition_is_dated CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL)));
CREATE UNIQUE INDEX addition_is_held_once ON search.lexicon_additions USING btree (kind, line) WHERE (state = 'held'::text);
CREATE INDEX additions_to_apply ON search.lexicon_additions USING btree (added_at) WHERE (applied_at IS NULL);
grant insert, select, update on table search.lexicon_additions to hirfa_app;

create table search.lexicon_proposals (
  id uuid not null,
  verb text collate "C" not null,
  kind text collate "C" not null,
  line text not null,
  reason text not null,
  state text collate "C" not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone
);
alter table search.lexicon_proposals add constraint lexicon_proposals_pkey PRIMARY KEY (id);
alter table search.lexicon_proposals add constraint decided_proposal_is_dated CHECK (((state = 'waiting'::text) = (decided_at IS NULL)));
alter table search.lexicon_proposals add constraint nobody_approves_their_own_proposal CHECK (((state <> 'approved'::text) OR (decided_by <> proposed_by)));
alter table search.lexicon_proposals add constraint proposal_is_short CHECK ((((length(line) >= 1) AND (length(line) <= 300)) AND ((length(reason) >= 1) AND (length(reason) <= 500))));
alter table search.lexicon_proposals add constraint proposal_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text])));
alter table search.lexicon_proposals add constraint proposal_verb_is_known CHECK ((verb = ANY (ARRAY['add'::text, 'end'::text])));
CREATE INDEX lexicon_proposals_by_age ON search.lexicon_proposals USING btree (proposed_at DESC);
CREATE UNIQUE INDEX proposal_waits_once ON search.lexicon_proposals USING btree (verb, kind, line) WHERE (state = 'waiting'::text);
grant insert, select, update on table search.lexicon_proposals to hirfa_app;

create table search.missed_questions (
  question text collate "C" not null,
  day date not null,
  shown text not null,
  asked integer not null,
  found_nothing boolean not null,
  unknown text[] not null
);
alter table search.missed_questions add constraint missed_questions_pkey PRIMARY KEY (day, question);
alter table search.missed_questions add constraint missed_question_was_asked CHECK ((asked > 0));
grant delete, insert, select, update on table search.missed_questions to hirfa_app;

create table search.online_sellers (
  seller_id uuid not null
);
alter table search.online_sellers add constraint online_sellers_pkey PRIMARY KEY (seller_id);
grant delete, insert, select on table search.online_sellers to hirfa_app;

create table search.popular_questions (
  question text collate "C" not null,
  day date not null,
  shown text not null,
  asked integer not null,
  services integer not null
);
alter table search.popular_questions add constraint popular_questions_pkey PRIMARY KEY (day, question);
alter table search.popular_questions add constraint question_was_asked CHECK ((asked > 0));
grant delete, insert, select, update on table search.popular_questions to hirfa_app;

create table search.sample (
  service_id uuid not null,
  traits bigint not null,
  words tsvector not null
) with (fillfactor=85);
alter table search.sample add constraint sample_pkey PRIMARY KEY (service_id);
CREATE INDEX sample_by_words ON search.sample USING gin (words);
grant delete, insert, select, update on table search.sample to hirfa_app;

create table search.saved_searches (
  id uuid not null,
  member_id uuid not null,
  name text not null,
  address text collate "C" not null,
  alerts boolean not null,
  saved_at timestamp with time zone not null,
  looked_at timestamp with time zone not null,
  due_at timestamp with time zone not null
);
alter table search.saved_searches add constraint saved_searches_pkey PRIMARY KEY (id);
alter table search.saved_searches add constraint search_is_saved_once_a_member UNIQUE (member_id, address);
alter table search.saved_searches add constraint saved_address_is_of_the_search CHECK (((address ~~ '/search?%'::text) AND (length(address) <= 2000)));
alter table search.saved_searches add constraint saved_search_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 80)));
CREATE INDEX saved_searches_due ON search.saved_searches USING btree (due_at, id) WHERE alerts;
grant delete, insert, select, update on table search.saved_searches to hirfa_app;

create table search.suggestions (
  prefix text collate "C" not null,
  place smallint not null,
  kind text collate "C" not null,
  label text not null,
  target text not null,
  services integer not null,
  folded text collate "C" not null
);
alter table search.suggestions add constraint suggestions_pkey PRIMARY KEY (prefix, place);
alter table search.suggestions add constraint suggestion_kind_is_known CHECK ((kind = ANY (ARRAY['query'::text, 'category'::text, 'seller'::text])));
grant delete, insert, select, update on table search.suggestions to hirfa_app;

create table search.terms (
  term text collate "C" not null,
  documents integer not null,
  titles integer not null
);
alter table search.terms add constraint terms_pkey PRIMARY KEY (term);
grant delete, insert, select, truncate, update on table search.terms to hirfa_app;

create table search.tier_bounds (
  tier smallint not null,
  quality real not null
);
alter table search.tier_bounds add constraint tier_bounds_pkey PRIMARY KEY (tier);
grant delete, insert, select, update on table search.tier_bounds to hirfa_app;

create table search.vocabulary (
  surface text collate "C" not null,
  term text collate "C" not null,
  written text not null,
  documents integer not null,
  seq bigint generated always as identity not null
);
comment on column search.vocabulary.seq is 'Grows with each new word: a process that has read to one reads on from there.';
alter table search.vocabulary add constraint vocabulary_pkey PRIMARY KEY (surface);
CREATE INDEX vocabulary_by_age ON search.vocabulary USING btree (seq);
grant delete, insert, select, update on table search.vocabulary to hirfa_app;

create table search.weight_changes (
  id bigint generated always as identity not null,
  name text collate "C" not null,
  verb text collate "C" not null,
  before real not null,
  after real not null,
  reason text not null,
  actor text not null,
  at timestamp with time zone not null
);
alter table search.weight_changes add constraint weight_changes_pkey PRIMARY KEY (id);
alter table search.weight_changes add constraint weight_change_is_known CHECK ((verb = ANY (ARRAY['wish'::text, 'step'::text])));
grant insert, select on table search.weight_changes to hirfa_app;

create table search.weights (
  name text collate "C" not null,
  value real not null,
  wished real not null,
  moved_at timestamp with time zone
);
alter table search.weights add constraint weights_pkey PRIMARY KEY (name);
alter table search.weights add constraint weight_is_a_share CHECK ((((value >= (0)::double precision) AND (value <= (1)::double precision)) AND ((wished >= (0)::double precision) AND (wished <= (1)::double precision))));
grant insert, select, update on table search.weights to hirfa_app;

CREATE OR REPLACE FUNCTION search.begin_rebuild()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  drop table if exists search.documents_next, search.sample_next;
  create table search.documents_next (like search.documents
    including defaults including generated including constraints including comments) with (fillfactor = 75);
  create table search.sample_next (like search.sample) with (fillfactor = 85);
  grant select, insert, update, delete on search.documents_next, search.sample_next to hirfa_app;
end $function$
;

CREATE OR REPLACE FUNCTION search.finish_rebuild(since timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION search.index_rebuild()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  alter table search.documents_next add constraint documents_next_pkey primary key (service_id);
  alter table search.sample_next add constraint sample_next_pkey primary key (service_id);
  create index documents_next_by_words on search.documents_next
    using gin (words) with (gin_pending_list_limit = 256);
  create index documents_next_of_seller on search.documents_next (seller_id);
  create index sample_next_by_words on search.sample_next using gin (words);
  analyze search.documents_next;
  analyze search.sample_next;
end $function$
;

CREATE OR REPLACE FUNCTION search.place_rebuild(sizes integer[], slack real, marks text[], every_mark text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION search.tier_of(rank bigint, held integer, sizes integer[], slack real)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (((rank)::double precision <= ((COALESCE((sizes)[held], 2147483647))::double precision * ((1)::double precision + slack))) AND ((rank)::double precision > ((COALESCE((sizes)[(held - 1)], 0))::double precision * ((1)::double precision - slack)))) THEN (held)::bigint ELSE ((cardinality(sizes) + 1) - (SELECT count(*) AS count FROM unnest(tier_of.sizes) size(size) WHERE (size.size >= tier_of.rank))) END
;

grant execute on function search.begin_rebuild() to hirfa_app;

grant execute on function search.finish_rebuild(timestamp with time zone) to hirfa_app;

grant execute on function search.index_rebuild() to hirfa_app;

grant execute on function search.place_rebuild(integer[],real,text[],text[]) to hirfa_app;

grant execute on function search.tier_of(bigint,integer,integer[],real) to public;

create schema settings;

grant usage on schema settings to hirfa_app;

create table settings.flags (
  key text not null,
  enabled boolean not null,
  set_by text not null,
  set_at timestamp with time zone not null
);
alter table settings.flags add constraint flags_pkey PRIMARY KEY (key);
grant insert, select, update on table settings.flags to hirfa_app;

create table settings.rules (
  id uuid not null,
  key text not null,
  valid_from timestamp with time zone not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_at timestamp with time zone not null
);
comment on table settings.rules is 'Dated rules (SPEC 16): the newest row not after an instant holds at that instant; none means the default.';
alter table settings.rules add constraint rules_pkey PRIMARY KEY (id);
alter table settings.rules add constraint rule_changes_once_an_instant UNIQUE (key, valid_from);
grant insert, select on table settings.rules to hirfa_app;

create schema trust;

grant usage on schema trust to hirfa_app;

create table trust.contact_cases (
  id uuid not null,
  member_id uuid not null,
  other_id uuid not null,
  place text not null,
  subject_id uuid not null,
  message_id uuid not null,
  body text not null,
  parts jsonb not null,
  step text not null,
  counts boolean not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  objected_at timestamp with time zone,
  objection text,
  believed boolean default false not null,
  outcome text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text
);
alter table trust.contact_cases add constraint contact_cases_pkey PRIMARY KEY (id);
alter table trust.contact_cases add constraint message_has_one_contact_case UNIQUE (message_id);
alter table trust.contact_cases add constraint contact_case_expires_later CHECK ((expires_at > at));
alter table trust.contact_cases add constraint contact_case_has_two_sides CHECK ((member_id <> other_id));
alter table trust.contact_cases add constraint contact_decision_is_whole CHECK ((num_nonnulls(outcome, decided_by, decided_at, decision_reason) = ANY (ARRAY[0, 4])));
alter table trust.contact_cases add constraint contact_outcome_is_known CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'lifted'::text])));
alter table trust.contact_cases add constraint contact_place_is_known CHECK ((place = ANY (ARRAY['talk'::text, 'order'::text])));
alter table trust.contact_cases add constraint contact_step_is_known CHECK ((step = ANY (ARRAY['masked'::text, 'warned'::text, 'paused'::text, 'review'::text])));
alter table trust.contact_cases add constraint nobody_decides_their_own_contact_case CHECK (((decided_by IS NULL) OR ((decided_by <> member_id) AND (decided_by <> other_id))));
alter table trust.contact_cases add constraint objection_is_whole CHECK (((objected_at IS NULL) = (objection IS NULL)));
alter table trust.contact_cases add constraint only_a_strike_has_a_further_step CHECK ((counts OR (step = 'masked'::text)));
alter table trust.contact_cases add constraint only_an_objection_in_an_order_is_believed CHECK (((NOT believed) OR ((objected_at IS NOT NULL) AND (place = 'order'::text))));
alter table trust.contact_cases add constraint only_what_waits_is_decided CHECK (((outcome IS NULL) OR (objected_at IS NOT NULL) OR (step = 'review'::text)));
CREATE INDEX contact_cases_of_member ON trust.contact_cases USING btree (member_id, at DESC);
CREATE INDEX contact_cases_of_subject ON trust.contact_cases USING btree (subject_id, at DESC);
CREATE INDEX contact_cases_waiting ON trust.contact_cases USING btree (at) WHERE ((outcome IS NULL) AND ((objected_at IS NOT NULL) OR (step = 'review'::text)));
grant insert, select on table trust.contact_cases to hirfa_app;
grant update (objected_at, objection, believed, outcome, decided_by, decided_at, decision_reason) on table trust.contact_cases to hirfa_app;

create table trust.contact_ladders (
  member_id uuid not null,
  paused_until timestamp with time zone
);
alter table trust.contact_ladders add constraint contact_ladders_pkey PRIMARY KEY (member_id);
grant insert, select on table trust.contact_ladders to hirfa_app;
grant update (paused_until) on table trust.contact_ladders to hirfa_app;

create table trust.standing_changes (
  id uuid not null,
  member_id uuid not null,
  from_level text not null,
  to_level text not null,
  reason text not null,
  actor text not null,
  at timestamp with time zone not null
);
alter table trust.standing_changes add constraint standing_changes_pkey PRIMARY KEY (id);
alter table trust.standing_changes add constraint standing_change_changes CHECK ((from_level <> to_level));
alter table trust.standing_changes add constraint standing_changes_member_id_fkey FOREIGN KEY (member_id) REFERENCES trust.standings(member_id);
CREATE INDEX standing_changes_of_member ON trust.standing_changes USING btree (member_id, at DESC);
grant insert, select on table trust.standing_changes to hirfa_app;

create table trust.standings (
  member_id uuid not null,
  level text not null,
  since_at timestamp with time zone not null
);
alter table trust.standings add constraint standings_pkey PRIMARY KEY (member_id);
alter table trust.standings add constraint level_is_known CHECK ((level = ANY (ARRAY['new'::text, 'active'::text, 'distinguished'::text, 'trusted'::text])));
grant insert, select, update on table trust.standings to hirfa_app;

create schema wallet;

grant usage on schema wallet to hirfa_app;

create table wallet.clearings (
  order_id uuid not null,
  member_id uuid not null,
  amount_minor bigint not null,
  earned_at timestamp with time zone not null,
  clears_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  returned_minor bigint default 0 not null,
  paused boolean default false not null
);
alter table wallet.clearings add constraint clearings_pkey PRIMARY KEY (order_id);
alter table wallet.clearings add constraint clearing_amount_is_positive CHECK ((amount_minor > 0));
alter table wallet.clearings add constraint clearing_comes_after_earning CHECK ((clears_at >= earned_at));
alter table wallet.clearings add constraint clearing_returns_what_it_has CHECK (((returned_minor >= 0) AND (returned_minor <= amount_minor)));
CREATE INDEX clearings_due ON wallet.clearings USING btree (clears_at) WHERE ((cleared_at IS NULL) AND (NOT paused));
CREATE INDEX clearings_of_member ON wallet.clearings USING btree (member_id, clears_at) WHERE (cleared_at IS NULL);
grant insert, select on table wallet.clearings to hirfa_app;
grant update (cleared_at, returned_minor, paused) on table wallet.clearings to hirfa_app;

create table wallet.gateway_events (
  id uuid not null,
  gateway text not null,
  event_id text not null,
  body text not null,
  received_at timestamp with time zone not null,
  handled_at timestamp with time zone
);
alter table wallet.gateway_events add constraint gateway_events_pkey PRIMARY KEY (id);
alter table wallet.gateway_events add constraint gateway_event_is_kept_once UNIQUE (gateway, event_id);
CREATE INDEX gateway_events_waiting ON wallet.gateway_events USING btree (received_at) WHERE (handled_at IS NULL);
grant insert, select on table wallet.gateway_events to hirfa_app;
grant update (handled_at) on table wallet.gateway_events to hirfa_app;

create table wallet.payments (
  id uuid not null,
  member_id uuid not null,
  gateway text not null,
  purpose text not null,
  purchase_id uuid,
  amount_minor bigint not null,
  fee_minor bigint not null,
  state text not null,
  key text not null,
  gateway_ref text,
  redirect_url text,
  failure_code text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  description text default ''::text not null,
  return_path text
);
alter table wallet.payments add constraint payments_pkey PRIMARY KEY (id);
alter table wallet.payments add constraint payment_is_started_once UNIQUE (member_id, key);
alter table wallet.payments add constraint payment_reference_is_used_once UNIQUE (gateway, gateway_ref);
alter table wallet.payments add constraint payment_amount_is_positive CHECK ((amount_minor > 0));
alter table wallet.payments add constraint payment_expires_after_it_begins CHECK ((expires_at > created_at));
alter table wallet.payments add constraint payment_fee_is_not_negative CHECK ((fee_minor >= 0));
alter table wallet.payments add constraint payment_for_a_purchase_names_it CHECK (((purpose = 'purchase'::text) = (purchase_id IS NOT NULL)));
alter table wallet.payments add constraint payment_is_settled_when_not_pending CHECK (((state = 'pending'::text) = (settled_at IS NULL)));
alter table wallet.payments add constraint payment_purpose_is_known CHECK ((purpose = ANY (ARRAY['top_up'::text, 'purchase'::text])));
alter table wallet.payments add constraint payment_return_is_a_path CHECK (((return_path IS NULL) OR (((length(return_path) >= 1) AND (length(return_path) <= 2000)) AND (return_path ~~ '/%'::text))));
alter table wallet.payments add constraint payment_state_is_known CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'failed'::text, 'cancelled'::text, 'expired'::text])));
CREATE INDEX payments_of_member ON wallet.payments USING btree (member_id, created_at DESC);
CREATE INDEX payments_of_purchase ON wallet.payments USING btree (purchase_id) WHERE (purchase_id IS NOT NULL);
CREATE INDEX payments_waiting ON wallet.payments USING btree (created_at) WHERE (state = 'pending'::text);
grant insert, select on table wallet.payments to hirfa_app;
grant insert (description) on table wallet.payments to hirfa_app;
grant update (state, gateway_ref, redirect_url, failure_code, settled_at) on table wallet.payments to hirfa_app;
