-- The same purchase, its parts called as expressions: a call in a query of its own costs a start of the
-- executor each. Opens the order, makes sure that what is bought is still what was shown, and reserves
-- its price from the buyer's balance, credit first. All or nothing; nothing here waits for another
-- purchase but those of the same buyer. Refusals, told apart by SQLSTATE:
--   23505 on order_purchase_is_made_once   this purchase was made before: answer with its order
--   CK001                                  the service changed or is not sold now
--   LG001                                  not enough balance (see ledger.post)
-- p_order is that of orders.open. p_spend = {"credit_transfer_id", "earned_transfer_id", "actor"}.
create or replace function checkout.buy(p_order jsonb, p_spend jsonb, p_at timestamptz) returns uuid
language plpgsql volatile set search_path = pg_catalog as $$
declare
  v_order_id uuid := orders.open(p_order, p_at);
  v_key text := 'order:' || v_order_id;
  v_reserve jsonb := jsonb_build_object('credit', v_order_id, 'order_id', v_order_id, 'actor', p_spend ->> 'actor');
  v_spent record;
begin
  if not catalogue.is_sellable((p_order ->> 'service_id')::uuid, (p_order ->> 'service_version')::integer) then
    raise exception using errcode = 'CK001', message = 'the service changed or is not sold now';
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
end $$;
