-- Written by `npm run db:types` from the migrated database; never by hand.

-- The check fails when the migrations make anything else than what stands here.

-- extension plpgsql in pg_catalog

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
alter table ledger.accounts add constraint account_is_opened_once UNIQUE (kind, holder);
alter table ledger.accounts add constraint account_is_in_usd CHECK ((currency = 'USD'::text));
alter table ledger.accounts add constraint account_kind_is_known CHECK ((kind = ANY (ARRAY['member_credit'::text, 'member_pending'::text, 'member_earned'::text, 'member_withdrawing'::text, 'order_escrow'::text, 'commission'::text, 'fees'::text, 'ads'::text, 'gateway_clearing'::text, 'payout_clearing'::text, 'promotions'::text, 'guarantee_reserve'::text, 'chargebacks'::text, 'tax'::text])));
alter table ledger.accounts add constraint held_money_is_never_spent CHECK (((held_minor = 0) OR ((held_minor > 0) AND (kind = ANY (ARRAY['member_pending'::text, 'member_earned'::text])) AND (balance_minor >= held_minor))));
alter table ledger.accounts add constraint holder_fits_account_kind CHECK (
CASE
    WHEN ((kind ~~ 'member\_%'::text) OR (kind = 'order_escrow'::text)) THEN (holder ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'::text)
    WHEN (kind = ANY (ARRAY['gateway_clearing'::text, 'payout_clearing'::text])) THEN (holder ~ '^[a-z0-9][a-z0-9_-]{0,39}$'::text)
    ELSE (holder = ''::text)
END);
alter table ledger.accounts add constraint house_account_keeps_no_running_balance CHECK (((balance_minor IS NOT NULL) = ((kind ~~ 'member\_%'::text) OR (kind = 'order_escrow'::text))));
alter table ledger.accounts add constraint member_and_escrow_balance_is_never_negative CHECK ((balance_minor >= 0));
CREATE TRIGGER accounts_are_never_removed BEFORE DELETE OR TRUNCATE ON ledger.accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER accounts_never_change_hands BEFORE UPDATE OF kind, holder, currency, opened_at ON ledger.accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
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
alter table ledger.transfers add constraint transfer_actor_is_named CHECK (((length(actor) >= 1) AND (length(actor) <= 200)));
alter table ledger.transfers add constraint transfer_amount_is_below_ten_billion_dollars CHECK ((amount_minor < '1000000000000'::bigint));
alter table ledger.transfers add constraint transfer_amount_is_positive CHECK ((amount_minor > 0));
alter table ledger.transfers add constraint transfer_connects_two_accounts CHECK ((debit_account_id <> credit_account_id));
alter table ledger.transfers add constraint transfer_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)));
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

CREATE OR REPLACE FUNCTION ledger.post(p_transfers jsonb, p_at timestamp with time zone, OUT posted boolean, OUT ids uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_asked integer := jsonb_array_length(p_transfers);
  v_written integer := 0;
  v_leg record;
  v_short_minor bigint;
  v_id bigint;
  v_names text[] := '{}';
  v_account_ids bigint[] := '{}';
  v_deltas bigint[] := '{}';
begin
  if p_at is null or v_asked is null or v_asked not between 1 and 1000 then
    raise exception using errcode = 'LG003', message = 'a posting has 1 to 1,000 transfers and an instant';
  end if;

  for v_leg in
    select leg.kind, leg.holder, sum(leg.delta)::bigint as delta,
      (leg.kind like 'member\_%' or leg.kind = 'order_escrow') as running
    from jsonb_to_recordset(p_transfers) as t(kind text, debit text, credit text, amount_minor bigint)
    join ledger.posting_kinds k on k.kind = t.kind
    cross join lateral (values
      (k.debit_kind, coalesce(t.debit, ''), -t.amount_minor),
      (k.credit_kind, coalesce(t.credit, ''), t.amount_minor)) as leg(kind, holder, delta)
    group by leg.kind, leg.holder
    order by leg.kind, leg.holder
  loop
    if v_leg.delta is null then
      raise exception using errcode = 'LG003', message = 'a transfer has an amount';
    elsif not v_leg.running then
      select a.id into v_id from ledger.accounts a
      where a.kind = v_leg.kind and a.holder = v_leg.holder;
      if not found then
        insert into ledger.accounts (kind, holder, opened_at)
        values (v_leg.kind, v_leg.holder, p_at) on conflict (kind, holder) do nothing;
        select a.id into strict v_id from ledger.accounts a
        where a.kind = v_leg.kind and a.holder = v_leg.holder;
      end if;
      v_leg.delta := 0;
    elsif v_leg.delta >= 0 then
      insert into ledger.accounts as a (kind, holder, balance_minor, opened_at)
      values (v_leg.kind, v_leg.holder, v_leg.delta, p_at)
      on conflict (kind, holder) do update set balance_minor = a.balance_minor + excluded.balance_minor
      returning a.id into v_id;
    else
      update ledger.accounts a set balance_minor = a.balance_minor + v_leg.delta
      where a.kind = v_leg.kind and a.holder = v_leg.holder
        and a.balance_minor - a.held_minor + v_leg.delta >= 0
      returning a.id into v_id;
      if not found then
        v_short_minor := -v_leg.delta - coalesce((select a.balance_minor - a.held_minor
          from ledger.accounts a where a.kind = v_leg.kind and a.holder = v_leg.holder), 0);
        exit;
      end if;
    end if;
    v_names := v_names || (v_leg.kind || ' ' || v_leg.holder);
    v_account_ids := v_account_ids || v_id;
    v_deltas := v_deltas || v_leg.delta;
  end loop;

  if v_short_minor is null then
    insert into ledger.transfers (id, key, kind, debit_account_id, credit_account_id, amount_minor,
      order_id, payment_id, payout_id, actor, at, memo)
    select t.id, t.key, t.kind,
      v_account_ids[array_position(v_names, k.debit_kind || ' ' || coalesce(t.debit, ''))],
      v_account_ids[array_position(v_names, k.credit_kind || ' ' || coalesce(t.credit, ''))],
      t.amount_minor, t.order_id, t.payment_id, t.payout_id, t.actor, p_at, t.memo
    from jsonb_to_recordset(p_transfers) as t(id uuid, key text, kind text, debit text, credit text,
      amount_minor bigint, order_id uuid, payment_id uuid, payout_id uuid, actor text, memo jsonb)
    join ledger.posting_kinds k on k.kind = t.kind
      and (not k.same_holder or t.debit = t.credit)
      and (k.debit_kind <> 'order_escrow' or t.order_id::text = t.debit)
      and (k.credit_kind <> 'order_escrow' or t.order_id::text = t.credit)
    on conflict do nothing;
    get diagnostics v_written = row_count;
    if v_written = v_asked then
      posted := true;
      return;
    end if;
  end if;

  -- Not everything was written: the call is malformed, or it was made before, or it may not be made.
  perform ledger.refuse_malformed(p_transfers);
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
      message = format('%s %s lacks %s', v_leg.kind, v_leg.holder, v_short_minor),
      detail = jsonb_build_object('kind', v_leg.kind, 'holder', v_leg.holder,
        'missingMinor', v_short_minor::text)::text;
  end if;
  raise exception using errcode = 'LG002',
    message = format('a key or id of the call that begins with %s was used before or twice',
      p_transfers -> 0 ->> 'key'),
    detail = jsonb_build_object('key', p_transfers -> 0 ->> 'key')::text;
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

CREATE OR REPLACE FUNCTION ledger.refuse_malformed(p_transfers jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  v_bad record;
begin
  select t.* into v_bad
  from jsonb_to_recordset(p_transfers) as t(id uuid, key text, kind text, debit text, credit text,
    amount_minor bigint, order_id uuid, actor text)
  left join ledger.posting_kinds k on k.kind = t.kind
    and (not k.same_holder or t.debit = t.credit)
    and (k.debit_kind <> 'order_escrow' or t.order_id::text = t.debit)
    and (k.credit_kind <> 'order_escrow' or t.order_id::text = t.credit)
  where k.kind is null or t.amount_minor is null or t.amount_minor <= 0
    or t.id is null or t.key is null or t.actor is null
  limit 1;
  if found then
    raise exception using errcode = 'LG003',
      message = format('transfer %s: no %s of %s from holder %s to holder %s for order %s is allowed',
        v_bad.key, v_bad.kind, v_bad.amount_minor, v_bad.debit, v_bad.credit, v_bad.order_id);
  end if;
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
  v_row record;
  v_earned_free_minor bigint := 0;
  v_transfers jsonb;
begin
  if p_amount_minor is null or p_amount_minor <= 0 then
    raise exception using errcode = 'LG003', message = 'an amount to spend is positive';
  end if;
  credit_minor := 0;
  for v_row in
    select a.kind, a.balance_minor - a.held_minor as free_minor from ledger.accounts a
    where a.kind in ('member_credit', 'member_earned') and a.holder = v_member
    order by a.kind for no key update
  loop
    if v_row.kind = 'member_credit' then
      credit_minor := least(v_row.free_minor, p_amount_minor);
    else
      v_earned_free_minor := v_row.free_minor;
    end if;
  end loop;
  earned_minor := p_amount_minor - credit_minor;

  select sum(f.amount_minor) filter (where f.key = p_from_credit ->> 'key') as credit_minor,
    sum(f.amount_minor) filter (where f.key = p_from_earned ->> 'key') as earned_minor
  into v_row
  from ledger.transfers f where f.key in (p_from_credit ->> 'key', p_from_earned ->> 'key');
  if v_row.credit_minor is not null or v_row.earned_minor is not null then
    credit_minor := coalesce(v_row.credit_minor, 0);
    earned_minor := p_amount_minor - credit_minor;
  elsif earned_minor > v_earned_free_minor then
    raise exception using errcode = 'LG001',
      message = format('member %s lacks %s', v_member, earned_minor - v_earned_free_minor),
      detail = jsonb_build_object('kind', 'member_credit', 'holder', v_member,
        'missingMinor', (earned_minor - v_earned_free_minor)::text)::text;
  end if;

  v_transfers := case when credit_minor > 0 then jsonb_build_array(
      p_from_credit || jsonb_build_object('debit', v_member, 'amount_minor', credit_minor))
    else '[]'::jsonb end
    || case when earned_minor > 0 then jsonb_build_array(
      p_from_earned || jsonb_build_object('debit', v_member, 'amount_minor', earned_minor))
    else '[]'::jsonb end;
  select p.posted into posted from ledger.post(v_transfers, p_at) as p;
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

grant execute on function ledger.post(jsonb,timestamp with time zone) to hirfa_app;

grant execute on function ledger.renew_hold(uuid,text,timestamp with time zone,timestamp with time zone) to hirfa_app;

grant execute on function ledger.resolve_hold(uuid,text,text,timestamp with time zone) to hirfa_app;

grant execute on function ledger.snapshot_horizon() to hirfa_app;

grant execute on function ledger.spend(uuid,bigint,jsonb,jsonb,timestamp with time zone) to hirfa_app;

grant execute on function ledger.take_house_snapshots(bigint,timestamp with time zone) to hirfa_app;

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
  sent_at timestamp with time zone
);
comment on table platform.outgoing_mail is 'Mail to send; the demo shows it as an outbox page.';
alter table platform.outgoing_mail add constraint outgoing_mail_pkey PRIMARY KEY (id);
alter table platform.outgoing_mail add constraint outgoing_mail_key_key UNIQUE (key);
CREATE INDEX outgoing_mail_newest ON platform.outgoing_mail USING btree (at DESC);
grant insert, select, update on table platform.outgoing_mail to hirfa_app;

create schema public;

comment on schema public is 'standard public schema';

grant usage on schema public to public;

create table public.migrations (
  name text not null,
  digest text not null
);
alter table public.migrations add constraint migrations_pkey PRIMARY KEY (name);
