-- Reviews (SPEC 5.10): after completion the two sides of an order rate each other, both blind; opened
-- together when both are in, or when the time is over.
create schema reviews;
grant usage on schema reviews to hirfa_app;

-- One row a completed order: its time for reviews, and the timer of what happens by itself.
create table reviews.pairs (
  order_id uuid not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  opened_at timestamptz,
  step smallint not null default 0,
  due_at timestamptz,
  constraint pairs_pkey primary key (order_id),
  constraint pair_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint pair_has_two_people check (buyer_id <> seller_id),
  constraint pair_time_ends_after_it_begins check (ends_at > starts_at),
  constraint opened_pair_waits_for_nothing check (opened_at is null or due_at is null)
);
create index pairs_due on reviews.pairs (due_at) where due_at is not null;
grant select, insert, update on reviews.pairs to hirfa_app;

-- What one side said. Written once; only that it was opened, or hidden by the staff, is added later.
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
  written_at timestamptz not null,
  opened_at timestamptz,
  hidden_at timestamptz,
  constraint reviews_pkey primary key (id),
  constraint review_is_of_a_pair foreign key (order_id) references reviews.pairs (order_id),
  constraint review_is_written_once_a_side unique (order_id, side),
  constraint review_side_is_known check (side in ('buyer', 'seller')),
  constraint nobody_reviews_themselves check (author_id <> subject_id),
  constraint buyers_rate_three_criteria_from_1_to_5 check (side <> 'buyer' or (
    quality is not null and quality between 1 and 5 and communication is not null
    and communication between 1 and 5 and on_time is not null and on_time between 1 and 5
    and stars is null)),
  constraint sellers_give_1_to_5_stars check (side <> 'seller' or (
    stars is not null and stars between 1 and 5
    and quality is null and communication is null and on_time is null)),
  constraint review_text_is_short check (length(body) between 1 and 2000),
  constraint only_opened_reviews_are_hidden check (hidden_at is null or opened_at is not null)
);
create index reviews_of_service on reviews.reviews (service_id, opened_at desc, id desc)
  where side = 'buyer' and opened_at is not null and hidden_at is null;
create index reviews_of_member on reviews.reviews (subject_id, side, opened_at desc, id desc)
  where opened_at is not null and hidden_at is null;
grant select, insert on reviews.reviews to hirfa_app;
grant update (opened_at, hidden_at) on reviews.reviews to hirfa_app;

-- The one answer of the seller who was rated.
create table reviews.answers (
  review_id uuid not null,
  author_id uuid not null,
  body text not null,
  written_at timestamptz not null,
  constraint answers_pkey primary key (review_id),
  constraint answer_is_to_a_review foreign key (review_id) references reviews.reviews (id),
  constraint answer_is_short check (length(body) between 1 and 1000)
);
grant select, insert on reviews.answers to hirfa_app;

-- The one appeal of the person rated, and what the staff decided.
create table reviews.appeals (
  id uuid not null,
  review_id uuid not null,
  asked_by uuid not null,
  reason text not null,
  asked_at timestamptz not null,
  outcome text,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  constraint appeals_pkey primary key (id),
  constraint review_is_appealed_once unique (review_id),
  constraint appeal_is_of_a_review foreign key (review_id) references reviews.reviews (id),
  constraint appeal_reason_is_short check (length(reason) between 1 and 1000),
  constraint appeal_outcome_is_known check (outcome in ('hidden', 'kept')),
  constraint appeal_is_decided_as_a_whole check ((outcome is null) = (decided_by is null)
    and (outcome is null) = (decided_at is null) and (outcome is null) = (decision_reason is null)),
  constraint nobody_decides_their_own_appeal check (decided_by <> asked_by)
);
create index appeals_waiting on reviews.appeals (asked_at) where outcome is null;
create index appeals_decided on reviews.appeals (decided_at desc) where outcome is not null;
grant select, insert on reviews.appeals to hirfa_app;
grant update (outcome, decided_by, decided_at, decision_reason) on reviews.appeals to hirfa_app;

-- Sums of what is shown, a row each service, seller and buyer. Written by one file, and recomputable
-- from the reviews at any time.
create table reviews.figures (
  kind text not null,
  subject_id uuid not null,
  reviews integer not null,
  quality_sum integer not null default 0,
  communication_sum integer not null default 0,
  on_time_sum integer not null default 0,
  stars_sum integer not null default 0,
  constraint figures_pkey primary key (kind, subject_id),
  constraint figures_kind_is_known check (kind in ('service', 'seller', 'buyer')),
  constraint figures_are_possible check (reviews >= 0
    and quality_sum between 0 and 5 * reviews and communication_sum between 0 and 5 * reviews
    and on_time_sum between 0 and 5 * reviews and stars_sum between 0 and 5 * reviews)
);
grant select, insert, update on reviews.figures to hirfa_app;

create table reviews.history (
  seq bigint generated always as identity,
  order_id uuid not null,
  at timestamptz not null,
  actor text not null,
  act text not null,
  details jsonb,
  constraint history_pkey primary key (seq),
  constraint history_is_of_a_pair foreign key (order_id) references reviews.pairs (order_id)
);
create index history_of_pair on reviews.history (order_id, seq);
grant select, insert on reviews.history to hirfa_app;
