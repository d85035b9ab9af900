import { type Ctx, newId, type TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { systemClock } from '#platform/time';
import { sql } from 'kysely';
import type { Charge, ChargeState } from './charge.ts';

interface ChargeRow {
  id: string;
  amount_minor: bigint;
  description: string;
  return_url: string;
  webhook_url: string;
  state: ChargeState;
  finishes_at: Date | null;
}

export interface NewCharge {
  idempotencyKey: string;
  amountMinor: bigint;
  description: string;
  returnUrl: string;
  webhookUrl: string;
}

/** Makes the charge, or answers the one that its key made before. */
export async function insertCharge(tx: TxCtx, charge: NewCharge): Promise<Charge> {
  const at = systemClock.now();
  await sql`insert into sandbox.charges
    (id, idempotency_key, amount_minor, description, return_url, webhook_url, state, created_at, updated_at)
    values (${newId(tx)}, ${charge.idempotencyKey}, ${charge.amountMinor}, ${charge.description},
      ${charge.returnUrl}, ${charge.webhookUrl}, 'pending', ${at}, ${at})
    on conflict (idempotency_key) do nothing`.execute(tx.db);
  const { rows } = await sql<ChargeRow>`select * from sandbox.charges
    where idempotency_key = ${charge.idempotencyKey}`.execute(tx.db);
  return toCharge(rows[0] as ChargeRow);
}

/** The charge; NotFound for an unknown or malformed id. */
export async function getCharge(ctx: Ctx, chargeId: string): Promise<Charge> {
  if (!isUuid(chargeId)) throw new NotFound({ chargeId });
  const { rows } =
    await sql<ChargeRow>`select * from sandbox.charges where id = ${chargeId}`.execute(ctx.db);
  if (!rows[0]) throw new NotFound({ chargeId });
  return toCharge(rows[0]);
}

/** Moves a charge on; false when it stands elsewhere by now. */
export async function moveCharge(
  tx: TxCtx,
  chargeId: string,
  move: { from: ChargeState; to: ChargeState; finishesAt?: Date },
): Promise<boolean> {
  const result = await sql`update sandbox.charges set state = ${move.to},
    finishes_at = ${move.finishesAt ?? null}, updated_at = ${systemClock.now()}
    where id = ${chargeId} and state = ${move.from}`.execute(tx.db);
  return result.numAffectedRows === 1n;
}

function toCharge(row: ChargeRow): Charge {
  return {
    chargeId: row.id,
    amountMinor: row.amount_minor,
    description: row.description,
    returnUrl: row.return_url,
    webhookUrl: row.webhook_url,
    state: row.state,
    finishesAt: row.finishes_at ?? undefined,
  };
}
