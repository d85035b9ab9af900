-- The application reads the ledger and writes it only through these functions: it may not insert,
-- change or remove a transfer, nor set a balance.
revoke all on all functions in schema ledger from public;
grant usage on schema ledger to hirfa_app;
grant select on all tables in schema ledger to hirfa_app;
grant insert on ledger.verifications to hirfa_app;
grant execute on function ledger.post(jsonb, timestamptz) to hirfa_app;
grant execute on function ledger.spend(uuid, bigint, jsonb, jsonb, timestamptz) to hirfa_app;
grant execute on function ledger.hold(jsonb, timestamptz) to hirfa_app;
grant execute on function ledger.renew_hold(uuid, text, timestamptz, timestamptz) to hirfa_app;
grant execute on function ledger.resolve_hold(uuid, text, text, timestamptz) to hirfa_app;
grant execute on function ledger.expire_holds(integer, timestamptz) to hirfa_app;
grant execute on function ledger.house_balance(text, text) to hirfa_app;
grant execute on function ledger.snapshot_horizon() to hirfa_app;
grant execute on function ledger.take_house_snapshots(bigint, timestamptz) to hirfa_app;
