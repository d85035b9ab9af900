-- The only writers of the ledger. Its refusals are told apart by SQLSTATE:
--   LG001 not enough balance                          detail {"kind","holder","missingMinor"}
--   LG002 key or id used before, with other content   detail {"key"}
--   LG003 malformed, or not a posting the chart of accounts allows
--   LG004 change of what is append-only
--   LG005 no such open hold, or its dates are not allowed

-- What a repeated call finds: the ids of the first time in the order asked, when every key is there
-- with the same content; null when none is there; LG002 otherwise.
create function ledger.replayed(p_transfers jsonb) returns uuid[]
language plpgsql volatile set search_path = pg_catalog as $$
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
end $$;

-- Posts 1 to 1,000 transfers, all or none, at the instant p_at. Each is
--   {"id","key","kind","debit","credit","amount_minor","actor"[,"order_id","payment_id","payout_id","memo"]}
-- where debit and credit are holders (absent for a house account without one); the kinds of the
-- accounts follow from the kind of transfer. Accounts are opened on first use. The same call again
-- changes nothing and answers posted = false with the ids of the first time.
-- Running balances are changed, and thereby locked, in the order of their names, whatever the order
-- of the transfers: two calls never wait for each other. What counts is the sum of the call.
-- Keys are looked up after the balances are locked, when whoever did the same act has ended.
create function ledger.post(p_transfers jsonb, p_at timestamptz, out posted boolean, out ids uuid[])
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
end $$;

-- Spends a member's money, credit first and then what is earned (SPEC 4.2): fills the amounts and the
-- debit of two transfers, leaves out the one that comes to nothing, and posts. Answers the parts taken;
-- the same call again answers the parts of the first time, whatever the balances are by now.
create function ledger.spend(p_member_id uuid, p_amount_minor bigint, p_from_credit jsonb,
  p_from_earned jsonb, p_at timestamptz,
  out posted boolean, out credit_minor bigint, out earned_minor bigint)
language plpgsql volatile security definer set search_path = pg_catalog as $$
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
    earned_minor := coalesce(v_row.earned_minor, 0);
    if credit_minor + earned_minor <> p_amount_minor then
      raise exception using errcode = 'LG002',
        message = format('%s was spent before with another amount', p_from_credit ->> 'key'),
        detail = jsonb_build_object('key', p_from_credit ->> 'key')::text;
    end if;
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
end $$;
