import pg from 'pg';

/** A paid order and its two sides. */
export interface PaidOrder {
  orderId: string;
  /** The places of its buyer and its seller among the members given. */
  buyer: number;
  seller: number;
}

/** What the load leaves behind. */
export interface OrdersToLoad {
  count: number;
  /** Members with credit; each order is between one and the next. */
  memberIds: readonly string[];
  openedAt: Date;
}

const PRICE_MINOR = 2_517;
const A_STEP = 250;

/**
 * Orders by the thousand, paid from the balance: SQL's own `ledger.post` and `orders.open`, some hundreds
 * a statement. Their facts are told to nobody.
 */
export async function loadPaidOrders(ownerUrl: string, load: OrdersToLoad): Promise<PaidOrder[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const orders: PaidOrder[] = [];
  try {
    await client.query('set synchronous_commit = off; set statement_timeout = 0');
    while (orders.length < load.count) {
      const some = Math.min(A_STEP, load.count - orders.length);
      orders.push(...(await loadSome(client, { ...load, count: some, first: orders.length })));
    }
    await client.query('update platform.facts set relayed_at = at where relayed_at is null');
    await client.query('analyze orders.orders, orders.timers, ledger.accounts, ledger.transfers');
    return orders;
  } finally {
    await client.end();
  }
}

async function loadSome(
  client: pg.Client,
  { memberIds, openedAt, count, first }: OrdersToLoad & { first: number },
): Promise<PaidOrder[]> {
  const { rows } = await client.query<PaidOrder>(
    `with planned as materialized (
       select i, gen_random_uuid() as id, ($1::text[])[1 + i % $2] as buyer,
         ($1::text[])[1 + (i + 1) % $2] as seller
       from generate_series($3::integer, $3::integer + $4::integer - 1) i),
     paid as materialized (select ledger.post(jsonb_agg(jsonb_build_object(
         'id', gen_random_uuid(), 'key', 'order:' || id || ':reserve_from_credit',
         'kind', 'reserve_from_credit', 'debit', buyer, 'credit', id, 'order_id', id,
         'amount_minor', ${PRICE_MINOR}, 'actor', buyer)), $5::timestamptz) from planned),
     opened as materialized (select orders.open(jsonb_build_object(
         'order_id', id, 'fact_id', gen_random_uuid(), 'code', 'B' || lpad(to_hex(i), 8, '0'),
         'purchase_key', 'bench:' || i, 'buyer_id', buyer, 'seller_id', seller,
         'service_id', gen_random_uuid(), 'service_version', 1, 'title', 'تصميم شعار',
         'items', jsonb_build_array(jsonb_build_object('kind', 'service', 'title', 'تصميم شعار',
           'unit_price_minor', ${PRICE_MINOR}, 'quantity', 1, 'days_delta', 0)),
         'questions', '[]'::jsonb, 'price_minor', ${PRICE_MINOR}, 'fee_minor', 0,
         'commission_bps', 2000, 'clearing_days', 14, 'delivery_days', 3, 'changes_included', 2,
         'first_reminder_at', $5::timestamptz + interval '12 hours'), $5::timestamptz) from planned)
     select p.id as "orderId", p.i % $2 as buyer, (p.i + 1) % $2 as seller
     from planned p, (select count(*) from paid) x, (select count(*) from opened) y order by p.i`,
    [memberIds, memberIds.length, first, count, openedAt],
  );
  return rows;
}
