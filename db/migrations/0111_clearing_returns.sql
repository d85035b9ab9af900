-- What a dispute takes back of earnings that still clear, and clearing that waits while one is open.
alter table wallet.clearings
  add column returned_minor bigint not null default 0,
  add column paused boolean not null default false,
  add constraint clearing_returns_what_it_has check (returned_minor between 0 and amount_minor);
drop index wallet.clearings_due;
create index clearings_due on wallet.clearings (clears_at) where cleared_at is null and not paused;
grant update (returned_minor, paused) on wallet.clearings to hirfa_app;

-- What a member has earned and may move, with the account locked until the transaction ends: whoever
-- posts exactly so much away cannot be overtaken.
create function ledger.lock_earned(p_member_id uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_free_minor bigint;
begin
  select a.balance_minor - a.held_minor into v_free_minor from ledger.accounts a
  where a.kind = 'member_earned' and a.holder = p_member_id::text for no key update;
  return coalesce(v_free_minor, 0);
end $$;
revoke all on function ledger.lock_earned(uuid) from public;
grant execute on function ledger.lock_earned(uuid) to hirfa_app;
