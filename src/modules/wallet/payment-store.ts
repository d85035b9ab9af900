import type { Ctx, TxCtx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import { type Payment, paymentTransitions, type PaymentState } from './payment.ts';

interface PaymentRow {
  id: string;
  member_id: string;
  gateway: string;
  purpose: Payment['purpose'];
  purchase_id: string | null;
  amount_minor: bigint;
  fee_minor: bigint;
  state: PaymentState;
  gateway_ref: string | null;
  redirect_url: string | null;
  failure_code: string | null;
  description: string;
  created_at: Date;
  expires_at: Date;
  settled_at: Date | null;
  return_path: string | null;
}

export interface NewPayment {
  paymentId: string;
  memberId: string;
  gateway: string;
  purpose: Payment['purpose'];
  purchaseId: string | undefined;
  amountMinor: bigint;
  feeMinor: bigint;
  key: string;
  description: string;
  expiresAt: Date;
  returnPath: string | undefined;
}

/** Writes a pending payment unless its key was used; returns the one that stands under the key. */
export async function insertPayment(tx: TxCtx, payment: NewPayment): Promise<Payment> {
  await sql`insert into wallet.payments
    (id, member_id, gateway, purpose, purchase_id, amount_minor, fee_minor, state, key, description, created_at, expires_at,
      return_path)
    values (${payment.paymentId}, ${payment.memberId}, ${payment.gateway}, ${payment.purpose},
      ${payment.purchaseId ?? null}, ${payment.amountMinor}, ${payment.feeMinor}, 'pending',
      ${payment.key}, ${payment.description}, ${tx.clock.now()}, ${payment.expiresAt},
      ${payment.returnPath ?? null})
    on conflict (member_id, key) do nothing`.execute(tx.db);
  const { rows } = await sql<PaymentRow>`select * from wallet.payments
    where member_id = ${payment.memberId} and key = ${payment.key}`.execute(tx.db);
  return toPayment(rows[0] as PaymentRow);
}

/** Locks the payment's row until the transaction ends; NotFound when there is none. */
export async function lockPayment(tx: TxCtx, paymentId: string): Promise<Payment> {
  if (!isUuid(paymentId)) throw new NotFound({ paymentId });
  const { rows } =
    await sql<PaymentRow>`select * from wallet.payments where id = ${paymentId} for update`.execute(
      tx.db,
    );
  if (!rows[0]) throw new NotFound({ paymentId });
  return toPayment(rows[0]);
}

/** The payment as it stands; undefined for an unknown or malformed id. Asks no policy. */
export async function findPayment(ctx: Ctx, paymentId: string): Promise<Payment | undefined> {
  if (!isUuid(paymentId)) return undefined;
  const { rows } =
    await sql<PaymentRow>`select * from wallet.payments where id = ${paymentId}`.execute(ctx.db);
  return rows[0] && toPayment(rows[0]);
}

/** The payment that a gateway knows under this reference. */
export async function findPaymentByRef(
  ctx: Ctx,
  gateway: string,
  ref: string,
): Promise<Payment | undefined> {
  const { rows } = await sql<PaymentRow>`select * from wallet.payments
    where gateway = ${gateway} and gateway_ref = ${ref}`.execute(ctx.db);
  return rows[0] && toPayment(rows[0]);
}

/** The member's newest payments, at most `limit`. */
export async function listPayments(ctx: Ctx, memberId: string, limit = 20): Promise<Payment[]> {
  const { rows } = await sql<PaymentRow>`select * from wallet.payments where member_id = ${memberId}
    order by created_at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows.map(toPayment);
}

/** Pending payments begun before `before`, oldest first, at most 100, from the one after `last` on. */
export async function listPending(
  ctx: Ctx,
  before: Date,
  last?: Pick<Payment, 'createdAt' | 'paymentId'>,
): Promise<Payment[]> {
  const after = last ? sql`and (created_at, id) > (${last.createdAt}, ${last.paymentId})` : sql``;
  const { rows } = await sql<PaymentRow>`select * from wallet.payments
    where state = 'pending' and created_at <= ${before} ${after}
    order by created_at, id limit 100`.execute(ctx.db);
  return rows.map(toPayment);
}

/** Keeps where the gateway wants the payer; the first answer stays. */
export async function keepCharge(
  ctx: Ctx,
  paymentId: string,
  charge: { ref: string; redirectUrl: string },
): Promise<void> {
  await sql`update wallet.payments set gateway_ref = ${charge.ref}, redirect_url = ${charge.redirectUrl}
    where id = ${paymentId} and gateway_ref is null`.execute(ctx.db);
}

/** Moves a locked payment by compare-and-set; false when that step is not in the table. */
export async function movePayment(
  tx: TxCtx,
  payment: Payment,
  move: { to: PaymentState; failureCode?: string },
): Promise<boolean> {
  if (!paymentTransitions[payment.state].includes(move.to)) return false;
  const result = await sql`update wallet.payments
    set state = ${move.to}, failure_code = ${move.failureCode ?? null}, settled_at = ${tx.clock.now()}
    where id = ${payment.paymentId} and state = ${payment.state}`.execute(tx.db);
  return result.numAffectedRows === 1n;
}

function toPayment(row: PaymentRow): Payment {
  return {
    paymentId: row.id,
    memberId: row.member_id,
    gateway: row.gateway,
    purpose: row.purpose,
    purchaseId: row.purchase_id ?? undefined,
    amountMinor: row.amount_minor,
    feeMinor: row.fee_minor,
    state: row.state,
    gatewayRef: row.gateway_ref ?? undefined,
    redirectUrl: row.redirect_url ?? undefined,
    failureCode: row.failure_code ?? undefined,
    description: row.description,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    settledAt: row.settled_at ?? undefined,
    returnPath: row.return_path ?? undefined,
  };
}
