import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { type Purchase, purchaseTransitions, type PurchaseState } from './purchase.ts';

const COLUMNS = sql`id as "purchaseId", buyer_id as "buyerId", service_id as "serviceId",
  service_version as "serviceVersion", upgrade_ids as "upgradeIds", quantity, price_minor as "priceMinor",
  delivery_days as "deliveryDays", offer_id as "offerId",
  from_balance_minor as "fromBalanceMinor", fee_minor as "feeMinor", payment_id as "paymentId", state,
  reason, order_id as "orderId", created_at as "createdAt"`;

export interface NewPurchase {
  purchaseId: string;
  buyerId: string;
  key: string;
  serviceId: string;
  serviceVersion: number;
  upgradeIds: string[];
  quantity: number;
  priceMinor: bigint;
  deliveryDays: number;
  offerId?: string;
  fromBalanceMinor: bigint;
  feeMinor: bigint;
}

/** Writes a waiting purchase unless its key was used; returns the one that stands under the key. */
export async function insertPurchase(tx: TxCtx, purchase: NewPurchase): Promise<Purchase> {
  await sql`insert into checkout.purchases (id, buyer_id, key, service_id, service_version, upgrade_ids,
      quantity, price_minor, delivery_days, offer_id, from_balance_minor, fee_minor, state, created_at)
    values (${purchase.purchaseId}, ${purchase.buyerId}, ${purchase.key}, ${purchase.serviceId},
      ${purchase.serviceVersion}, ${purchase.upgradeIds}, ${purchase.quantity}, ${purchase.priceMinor}, ${purchase.deliveryDays},
      ${purchase.offerId ?? null}, ${purchase.fromBalanceMinor}, ${purchase.feeMinor}, 'waiting', ${tx.clock.now()})
    on conflict (buyer_id, key) do nothing`.execute(tx.db);
  return (await findPurchaseByKey(tx, purchase.buyerId, purchase.key)) as Purchase;
}

/** What this buyer began under the key. */
export async function findPurchaseByKey(
  ctx: Ctx,
  buyerId: string,
  key: string,
): Promise<Purchase | undefined> {
  const { rows } = await sql<Purchase>`select ${COLUMNS} from checkout.purchases
    where buyer_id = ${buyerId} and key = ${key}`.execute(ctx.db);
  return rows[0] && tidy(rows[0]);
}

/** Locks the purchase until the transaction ends; NotFound when there is none. */
export async function lockPurchase(tx: TxCtx, purchaseId: string): Promise<Purchase> {
  const { rows } = await sql<Purchase>`select ${COLUMNS} from checkout.purchases
    where id = ${purchaseId} for update`.execute(tx.db);
  if (!rows[0]) throw new NotFound({ purchaseId });
  return tidy(rows[0]);
}

/** The purchase as it stands; undefined for an unknown or malformed id. Asks no policy. */
export async function findPurchase(ctx: Ctx, purchaseId: string): Promise<Purchase | undefined> {
  if (!isUuid(purchaseId)) return undefined;
  const { rows } =
    await sql<Purchase>`select ${COLUMNS} from checkout.purchases where id = ${purchaseId}`.execute(
      ctx.db,
    );
  return rows[0] && tidy(rows[0]);
}

/** Notes which payment brings the money. */
export async function keepPayment(ctx: Ctx, purchaseId: string, paymentId: string): Promise<void> {
  await sql`update checkout.purchases set payment_id = ${paymentId} where id = ${purchaseId}`.execute(
    ctx.db,
  );
}

/** Moves a purchase by compare-and-set; false when another got there first or the table has no such step. */
export async function movePurchase(
  tx: TxCtx,
  purchase: Purchase,
  move: { to: PurchaseState; orderId?: string; reason?: string },
): Promise<boolean> {
  if (!purchaseTransitions[purchase.state].includes(move.to)) return false;
  const result = await sql`update checkout.purchases set state = ${move.to},
      order_id = ${move.orderId ?? null}, reason = ${move.reason ?? null}, settled_at = ${tx.clock.now()}
    where id = ${purchase.purchaseId} and state = ${purchase.state}`.execute(tx.db);
  return result.numAffectedRows === 1n;
}

function tidy(purchase: Purchase): Purchase {
  return {
    ...purchase,
    deliveryDays: purchase.deliveryDays ?? undefined,
    offerId: purchase.offerId ?? undefined,
    paymentId: purchase.paymentId ?? undefined,
    reason: purchase.reason ?? undefined,
    orderId: purchase.orderId ?? undefined,
  };
}
