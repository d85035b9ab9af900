-- Disputes and refunds by agreement (SPEC 5.7, 5.9). How much of the price went back to the buyer by a
-- split stands with the order; what a dispute says stands in a row of its own, one an order.
alter table orders.orders
  add column refunded_minor bigint not null default 0,
  add column disputed_at timestamptz,
  -- How long the clocks stood still while a withdrawn dispute was open.
  add column frozen_ms bigint not null default 0;

create or replace function orders.judge_order() returns trigger
language plpgsql set search_path = pg_catalog as $$
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
    when new.state in ('delivered', 'completed', 'closed', 'disputed')
      and (new.first_delivered_at is null or new.delivered_at is null) then 'delivered_order_has_a_delivery'
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
end $$;

alter table orders.timers drop constraint timer_kind_is_known;
alter table orders.timers add constraint timer_kind_is_known check (kind in ('requirements', 'first_word',
  'delivery', 'acceptance', 'extension', 'cancellation', 'guarantee', 'refund', 'dispute_answer',
  'dispute_proposal', 'dispute_acceptance', 'dispute_appeal'));

-- A refund by agreement: so much of the price back to the buyer, and the rest is the seller's.
alter table orders.asks add column amount_minor bigint;
alter table orders.asks drop constraint ask_kind_is_known;
alter table orders.asks
  add constraint ask_kind_is_known check (kind in ('extension', 'cancellation', 'refund')),
  add constraint ask_for_a_refund_names_a_sum check (
    (kind = 'refund') = (amount_minor is not null) and amount_minor > 0);

create table orders.disputes (
  order_id uuid not null,
  opened_by text collate "C" not null,
  kind text collate "C" not null,
  -- What of the checklist of this kind the claimant confirmed.
  checks text[] not null,
  body text not null,
  -- How much of the price the claimant wants back for the buyer; a seller's claim may say 0.
  wanted_minor bigint not null,
  after_completion boolean not null,
  phase text collate "C" not null,
  opened_at timestamptz not null,
  -- When the step that is waited for is due.
  due_at timestamptz,
  answer text,
  answered_at timestamptz,
  arbiter_id uuid,
  proposed_minor bigint,
  proposed_reason text,
  proposed_at timestamptz,
  buyer_accepted_at timestamptz,
  seller_accepted_at timestamptz,
  appealed_by text collate "C",
  appeal text,
  appealed_at timestamptz,
  second_arbiter_id uuid,
  decided_reason text,
  outcome text collate "C",
  refund_minor bigint,
  ended_at timestamptz,
  constraint disputes_pkey primary key (order_id),
  constraint dispute_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint dispute_is_of_a_side check (opened_by in ('buyer', 'seller') and appealed_by in ('buyer', 'seller')),
  constraint dispute_phase_is_known check (phase in ('answer', 'proposal', 'acceptance', 'appeal', 'ended',
    'withdrawn')),
  constraint dispute_says_something check (length(body) between 1 and 5000 and length(answer) <= 5000
    and length(proposed_reason) between 1 and 5000 and length(appeal) between 1 and 5000
    and length(decided_reason) between 1 and 5000),
  constraint dispute_sums_are_not_negative check (wanted_minor >= 0 and proposed_minor >= 0 and refund_minor >= 0),
  constraint second_arbiter_is_another check (second_arbiter_id <> arbiter_id),
  constraint dispute_ends_whole check ((phase in ('ended', 'withdrawn')) = (ended_at is not null)
    and (phase = 'ended') = (refund_minor is not null))
);
create index disputes_open on orders.disputes (due_at) where ended_at is null;
create index disputes_ended on orders.disputes (ended_at) where phase = 'ended';

-- What the guarantee reserve paid for a seller, and how much of it came back from later earnings.
create table orders.guarantee_debts (
  order_id uuid not null,
  number smallint not null,
  member_id uuid not null,
  owed_minor bigint not null,
  recovered_minor bigint not null default 0,
  since timestamptz not null,
  constraint guarantee_debts_pkey primary key (order_id, number),
  constraint debt_is_of_an_order foreign key (order_id) references orders.orders (id),
  constraint debt_is_paid_up_to_what_is_owed check (owed_minor > 0 and recovered_minor between 0 and owed_minor)
);
create index open_debts_of_member on orders.guarantee_debts (member_id, since)
  where recovered_minor < owed_minor;

grant select, insert, update on orders.disputes to hirfa_app;
grant select, insert, update (recovered_minor) on orders.guarantee_debts to hirfa_app;
