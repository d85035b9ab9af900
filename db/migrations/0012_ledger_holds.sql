-- Earnings withheld by staff (SPEC 6.4), and snapshots of the house accounts.

-- Withholds part of a member's pending or earned money until p_ends_at, 30 days away at most. The
-- money stays in its account and cannot leave it: ledger.post refuses to go below what is held.
-- The same call again changes nothing.
create function ledger.hold(p_hold jsonb, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
end $$;

-- Prolongs an open hold once, with a new reason, by 30 days at most and never beyond 90 in all.
create function ledger.renew_hold(p_id uuid, p_reason text, p_ends_at timestamptz, p_at timestamptz)
returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
end $$;

-- Ends an open hold: 'released' (the member has the money again), 'expired' (its end came) or 'taken'
-- (the caller posts the money away in the same transaction). Ending it twice the same way is once.
create function ledger.resolve_hold(p_id uuid, p_outcome text, p_by text, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
end $$;

-- Ends up to p_limit open holds whose end has come; answers how many. Two runs at once share the work.
create function ledger.expire_holds(p_limit integer, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
end $$;

-- The balance of a house account: its newest snapshot and what was posted since.
create function ledger.house_balance(p_kind text, p_holder text) returns bigint
language sql stable set search_path = pg_catalog as $$
  select (coalesce(s.balance_minor, 0)
    + coalesce((select sum(t.amount_minor) from ledger.transfers t
        where t.credit_account_id = a.id and t.seq > coalesce(s.up_to_seq, 0)), 0)
    - coalesce((select sum(t.amount_minor) from ledger.transfers t
        where t.debit_account_id = a.id and t.seq > coalesce(s.up_to_seq, 0)), 0))::bigint
  from ledger.accounts a
  left join lateral (select h.balance_minor, h.up_to_seq from ledger.house_snapshots h
    where h.account_id = a.id order by h.up_to_seq desc limit 1) s on true
  where a.kind = p_kind and a.holder = p_holder and a.balance_minor is null
$$;

-- Writes a snapshot of every house account that moved; answers how many. A snapshot may only cover
-- transfers that no open transaction can still add to: ledger.snapshot_horizon says up to which, and
-- must have been committed before (it waits for open postings to end, new ones wait for it).
create function ledger.snapshot_horizon() returns bigint
language plpgsql volatile security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
begin
  lock table ledger.transfers in share mode;
  return (select case when is_called then last_value else 0 end from ledger.transfers_seq_seq);
end $$;

create function ledger.take_house_snapshots(p_up_to_seq bigint, p_at timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
end $$;
