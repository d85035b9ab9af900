-- The ledger: double entry, append-only, USD cents (SPEC 6.1-6.3).
-- A balance is credits minus debits, so the balances of all accounts add up to 0.

create schema ledger;

-- One row an account. People's accounts and order escrows keep a running balance; house accounts
-- keep none (NULL), so that no two purchases ever wait for the same house row: they are summed from
-- transfers, from the newest snapshot on.
create table ledger.accounts (
  id bigint generated always as identity,
  kind text collate "C" not null,
  holder text collate "C" not null default '',
  currency text not null default 'USD',
  balance_minor bigint,
  held_minor bigint not null default 0,
  opened_at timestamptz not null,
  constraint accounts_pkey primary key (id),
  constraint account_is_opened_once unique (holder, kind),
  constraint balance_is_never_negative_nor_less_than_held check (
    held_minor >= 0 and balance_minor >= held_minor)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- What an account is never changes, so it is judged once, when the account is opened. PostgreSQL reads
-- and plans every CHECK anew in each statement: as CHECKs these rules took 85 of the 110 µs of a
-- change of balance. For the same reason the tables of the hot path have one CHECK each.
create function ledger.judge_account() returns trigger
language plpgsql set search_path = pg_catalog as $$
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
end $$;

create trigger accounts_are_well_formed
  before insert on ledger.accounts
  for each row execute function ledger.judge_account();

-- Which account kinds a kind of transfer may connect. The list is written once, in
-- src/modules/ledger/postings.ts; a test compares the two.
create table ledger.posting_kinds (
  kind text collate "C" not null,
  debit_kind text collate "C" not null,
  credit_kind text collate "C" not null,
  same_holder boolean not null default false,
  constraint posting_kinds_pkey primary key (kind)
);

-- No foreign key to accounts: its check locks the account's row in share mode, and every posting on
-- a house account would meet at that one row. ledger.post takes both ids from rows it has read or
-- locked, accounts are never deleted, and ledger:verify looks for orphans.
create table ledger.transfers (
  seq bigint generated always as identity,
  debit_account_id bigint not null,
  credit_account_id bigint not null,
  amount_minor bigint not null,
  at timestamptz not null,
  id uuid not null,
  order_id uuid,
  payment_id uuid,
  payout_id uuid,
  kind text collate "C" not null,
  key text collate "C" not null,
  actor text collate "C" not null,
  memo jsonb,
  constraint transfers_pkey primary key (id),
  constraint transfer_key_is_used_once unique (key),
  constraint transfer_moves_a_positive_amount_between_two_accounts check (
    amount_minor > 0 and debit_account_id <> credit_account_id)
);

-- seq is taken while the balance rows are locked: inside one account it is the true order.
create index transfers_of_debit_account on ledger.transfers (debit_account_id, seq) include (amount_minor);
create index transfers_of_credit_account on ledger.transfers (credit_account_id, seq) include (amount_minor);
create index transfers_of_order on ledger.transfers (order_id, seq) where order_id is not null;
create index transfers_of_payment on ledger.transfers (payment_id) where payment_id is not null;
create index transfers_of_payout on ledger.transfers (payout_id) where payout_id is not null;

create table ledger.house_snapshots (
  account_id bigint not null,
  up_to_seq bigint not null,
  balance_minor bigint not null,
  taken_at timestamptz not null,
  constraint house_snapshots_pkey primary key (account_id, up_to_seq)
);

-- Earnings withheld by staff (SPEC 6.4). The sum of the open ones of an account is its held_minor.
create table ledger.holds (
  id uuid not null,
  account_id bigint not null,
  amount_minor bigint not null,
  reason text not null,
  order_id uuid,
  placed_by text not null,
  placed_at timestamptz not null,
  ends_at timestamptz not null,
  renewal_reason text,
  renewed_at timestamptz,
  resolved_at timestamptz,
  resolved_by text,
  outcome text,
  constraint holds_pkey primary key (id),
  constraint hold_account_exists foreign key (account_id) references ledger.accounts (id),
  constraint hold_amount_is_positive check (amount_minor > 0),
  constraint hold_has_a_reason check (length(btrim(reason)) between 1 and 500),
  constraint hold_renewal_has_a_new_reason check (
    (renewed_at is null) = (renewal_reason is null)
    and (renewal_reason is null
      or (length(btrim(renewal_reason)) between 1 and 500 and renewal_reason <> reason))),
  constraint hold_ends_after_it_begins check (ends_at > placed_at),
  constraint hold_lasts_90_days_at_most check (ends_at <= placed_at + interval '2160 hours'),
  constraint hold_is_resolved_whole check (
    (resolved_at is null) = (outcome is null) and (resolved_at is null) = (resolved_by is null)),
  constraint hold_outcome_is_known check (outcome in ('released', 'taken', 'expired'))
);
create index open_holds_of_account on ledger.holds (account_id) where resolved_at is null;
create index open_holds_by_end on ledger.holds (ends_at) where resolved_at is null;
create index holds_of_order on ledger.holds (order_id) where order_id is not null;

-- One row for each hourly proof (SPEC 6.9). Payouts look at the newest one.
create table ledger.verifications (
  id uuid not null,
  started_at timestamptz not null,
  ok boolean not null,
  duration_ms integer not null,
  report jsonb not null,
  constraint verifications_pkey primary key (id)
);
create index verifications_by_start on ledger.verifications (started_at desc);

create function ledger.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception using errcode = 'LG004',
    message = format('%s on %s.%s is refused: the ledger is append-only', tg_op, tg_table_schema, tg_table_name),
    hint = 'A correction is a new transfer.';
end $$;

create trigger transfers_are_append_only
  before update or delete or truncate on ledger.transfers
  for each statement execute function ledger.refuse_change();
create trigger accounts_are_never_removed
  before delete or truncate on ledger.accounts
  for each statement execute function ledger.refuse_change();
create trigger accounts_never_change_hands
  before update of id, kind, holder, currency, opened_at on ledger.accounts
  for each statement execute function ledger.refuse_change();
create trigger house_snapshots_are_append_only
  before update or delete or truncate on ledger.house_snapshots
  for each statement execute function ledger.refuse_change();

insert into ledger.posting_kinds (kind, debit_kind, credit_kind, same_holder) values
  ('top_up', 'gateway_clearing', 'member_credit', false),
  ('top_up_fee', 'gateway_clearing', 'fees', false),
  ('card_refund', 'member_credit', 'gateway_clearing', false),
  ('reserve_from_credit', 'member_credit', 'order_escrow', false),
  ('reserve_from_earned', 'member_earned', 'order_escrow', false),
  ('refund_to_credit', 'order_escrow', 'member_credit', false),
  ('refund_to_earned', 'order_escrow', 'member_earned', false),
  ('fee_refund', 'fees', 'member_credit', false),
  ('release_to_seller', 'order_escrow', 'member_pending', false),
  ('commission', 'order_escrow', 'commission', false),
  ('clearing', 'member_pending', 'member_earned', true),
  ('return_from_pending', 'member_pending', 'order_escrow', false),
  ('return_from_earned', 'member_earned', 'order_escrow', false),
  ('commission_return', 'commission', 'order_escrow', false),
  ('guarantee_cover', 'guarantee_reserve', 'order_escrow', false),
  ('guarantee_recovery_from_pending', 'member_pending', 'guarantee_reserve', false),
  ('guarantee_recovery_from_earned', 'member_earned', 'guarantee_reserve', false),
  ('guarantee_funding', 'commission', 'guarantee_reserve', false),
  ('chargeback', 'chargebacks', 'gateway_clearing', false),
  ('chargeback_won', 'gateway_clearing', 'chargebacks', false),
  ('chargeback_cover', 'guarantee_reserve', 'chargebacks', false),
  ('chargeback_from_credit', 'member_credit', 'chargebacks', false),
  ('chargeback_from_pending', 'member_pending', 'chargebacks', false),
  ('chargeback_from_earned', 'member_earned', 'chargebacks', false),
  ('payout_request', 'member_earned', 'member_withdrawing', true),
  ('payout_cancel', 'member_withdrawing', 'member_earned', true),
  ('payout_sent', 'member_withdrawing', 'payout_clearing', false),
  ('payout_bounced', 'payout_clearing', 'member_earned', false),
  ('promotion_credit', 'promotions', 'member_credit', false),
  ('promotion_expiry', 'member_credit', 'promotions', false),
  ('referral_reward', 'commission', 'member_pending', false),
  ('ad_spend_from_credit', 'member_credit', 'ads', false),
  ('ad_spend_from_earned', 'member_earned', 'ads', false),
  ('ad_refund', 'ads', 'member_credit', false),
  ('publisher_share', 'ads', 'member_pending', false),
  ('tax_on_fees', 'fees', 'tax', false),
  ('tax_on_commission', 'commission', 'tax', false);
