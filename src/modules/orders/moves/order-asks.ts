import { type Ctx, newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';

export type AskKind = 'extension' | 'cancellation' | 'refund';
export type AskOutcome =
  | 'agreed'
  | 'refused'
  | 'withdrawn'
  | 'silence_yes'
  | 'silence_no'
  | 'lapsed';

/** A question of one side that the other answers: more time, cancelling or a refund by agreement (SPEC 5.7). */
export interface Ask {
  askId: string;
  kind: AskKind;
  askedBy: 'buyer' | 'seller';
  reason: string;
  /** Days of 24 hours more; only for an extension. */
  days: number | null;
  /** How much of the price (USD cents) goes back to the buyer; only for a refund. */
  amountMinor: bigint | null;
  askedAt: Date;
  answerBy: Date;
  outcome: AskOutcome | null;
  endedAt: Date | null;
}

/** The open questions of an order: at most one of a kind. */
export async function listOpenAsks(ctx: Ctx, orderId: string): Promise<Ask[]> {
  return (await listAsks(ctx, orderId)).filter((ask) => ask.outcome === null);
}

/** Every question that was asked in an order, oldest first (bounded by the rules, at most 100). */
export async function listAsks(ctx: Ctx, orderId: string): Promise<Ask[]> {
  const { rows } = await sql<Ask>`
    select id as "askId", kind, asked_by as "askedBy", reason, days, amount_minor as "amountMinor", asked_at as "askedAt",
      answer_by as "answerBy", outcome, ended_at as "endedAt"
    from orders.asks where order_id = ${orderId} order by asked_at, id limit 100`.execute(ctx.db);
  return rows;
}

/** Writes a question; the database allows one open question of a kind. */
export async function insertAsk(
  tx: TxCtx,
  orderId: string,
  ask: Pick<Ask, 'kind' | 'askedBy' | 'reason' | 'days' | 'answerBy'> & { amountMinor?: bigint },
): Promise<void> {
  await sql`insert into orders.asks (id, order_id, kind, asked_by, reason, days, amount_minor,
      asked_at, answer_by)
    values (${newId(tx)}, ${orderId}, ${ask.kind}, ${ask.askedBy}, ${ask.reason}, ${ask.days},
      ${ask.amountMinor ?? null}, ${tx.clock.now()}, ${ask.answerBy})`.execute(tx.db);
}

/** Ends the open question of that kind, if there is one. */
export async function endAsk(
  tx: TxCtx,
  orderId: string,
  end: { kind: AskKind; outcome: AskOutcome },
): Promise<void> {
  await sql`update orders.asks set outcome = ${end.outcome}, ended_at = ${tx.clock.now()}
    where order_id = ${orderId} and kind = ${end.kind} and outcome is null`.execute(tx.db);
}
