import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import { purchaseTransitions, type PurchaseState } from '../purchase.ts';
import type { CartLine, CartPurchase } from './cart.ts';

/** The lines of a member's cart, in the order they were added. */
export async function listLines(ctx: Ctx, memberId: string): Promise<CartLine[]> {
  const { rows } =
    await sql<CartLine>`select service_id as "serviceId", upgrade_ids as "upgradeIds",
      quantity, price_minor as "priceMinor", delivery_days as "deliveryDays"
    from checkout.cart_lines where member_id = ${memberId} order by added_at, service_id`.execute(
      ctx.db,
    );
  return rows;
}

const COLUMNS = sql`id as "purchaseId", buyer_id as "buyerId", key, lines, price_minor as "priceMinor",
  from_balance_minor as "fromBalanceMinor", fee_minor as "feeMinor", payment_id as "paymentId", state,
  reason, order_ids as "orderIds"`;

const tidy = (row: CartPurchase): CartPurchase => ({
  ...row,
  paymentId: row.paymentId ?? undefined,
  reason: row.reason ?? undefined,
  orderIds: row.orderIds ?? [],
});

/** What this buyer paid, or began to pay, under the key. */
export async function findCartPurchaseByKey(
  ctx: Ctx,
  buyerId: string,
  key: string,
): Promise<CartPurchase | undefined> {
  const { rows } = await sql<CartPurchase>`select ${COLUMNS} from checkout.cart_purchases
    where buyer_id = ${buyerId} and key = ${key}`.execute(ctx.db);
  return rows[0] && tidy(rows[0]);
}

/** A paid or waiting cart; undefined for an unknown or malformed id. Asks no policy. */
export async function findCartPurchase(
  ctx: Ctx,
  purchaseId: string,
): Promise<CartPurchase | undefined> {
  if (!isUuid(purchaseId)) return undefined;
  const { rows } = await sql<CartPurchase>`select ${COLUMNS} from checkout.cart_purchases
    where id = ${purchaseId}`.execute(ctx.db);
  return rows[0] && tidy(rows[0]);
}

/** The same, locked until the transaction ends. */
export async function lockCartPurchase(
  tx: TxCtx,
  purchaseId: string,
): Promise<CartPurchase | undefined> {
  const { rows } = await sql<CartPurchase>`select ${COLUMNS} from checkout.cart_purchases
    where id = ${purchaseId} for update`.execute(tx.db);
  return rows[0] && tidy(rows[0]);
}

/** Writes a cart that waits for a gateway's money unless its key was used; the one that stands under it. */
export async function insertCartPurchase(tx: TxCtx, cart: CartPurchase): Promise<CartPurchase> {
  await sql`insert into checkout.cart_purchases (id, buyer_id, key, lines, price_minor,
      from_balance_minor, fee_minor, state, created_at)
    values (${cart.purchaseId}, ${cart.buyerId}, ${cart.key}, ${JSON.stringify(cart.lines)}::jsonb,
      ${cart.priceMinor}, ${cart.fromBalanceMinor}, ${cart.feeMinor}, 'waiting', ${tx.clock.now()})
    on conflict (buyer_id, key) do nothing`.execute(tx.db);
  return (await findCartPurchaseByKey(tx, cart.buyerId, cart.key)) as CartPurchase;
}

/** Notes which payment brings the money. */
export async function keepCartPayment(
  ctx: Ctx,
  purchaseId: string,
  paymentId: string,
): Promise<void> {
  await sql`update checkout.cart_purchases set payment_id = ${paymentId}
    where id = ${purchaseId}`.execute(ctx.db);
}

/** Moves it by compare-and-set; false when another got there first or the table has no such step. */
export async function moveCartPurchase(
  tx: TxCtx,
  cart: CartPurchase,
  move: { to: PurchaseState; orderIds?: string[]; reason?: string },
): Promise<boolean> {
  if (!purchaseTransitions[cart.state].includes(move.to)) return false;
  const result = await sql`update checkout.cart_purchases set state = ${move.to},
      order_ids = ${move.orderIds ?? null}, reason = ${move.reason ?? null},
      settled_at = ${tx.clock.now()}
    where id = ${cart.purchaseId} and state = ${cart.state}`.execute(tx.db);
  return result.numAffectedRows === 1n;
}
