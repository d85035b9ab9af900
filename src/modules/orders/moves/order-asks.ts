import { type Ctx, newId, type TxCtx } from '#platform/context';
import { gathered } from '#platform/crowd';
import { sql } from 'kysely';

export type AskKind = 'extension' | 'cancellation' | 'refund' | 'addition';
export type AskOutcome =
  | 'agreed'
  | 'refused'
  | 'withdrawn'
  | 'silence_yes'
  | 'silence_no'
  | 'lapsed';

/**
 * A question of one side that the other answers: more time, cancelling or a refund by agreement, or a paid
 * addition (SPEC 5.7, 5.8).
 */
export interface Ask {
  askId: string;
  kind: AskKind;
  askedBy: 'buyer' | 'seller';
  reason: string;
  /** What a proposed addition is; `reason` then describes it and may be empty. */
  title: string | null;
  /** Days of 24 hours more; for an extension or an addition. */
  days: number | null;
  /** How much (USD cents) goes back to the buyer for a refund; what an addition costs. */
  amountMinor: bigint | null;
  askedAt: Date;
  answerBy: Date;
  outcome: AskOutcome | null;
  endedAt: Date | null;
}

const ASK = sql`id as "askId", kind, asked_by as "askedBy", title, reason, days,
  amount_minor as "amountMinor", asked_at as "askedAt", answer_by as "answerBy", outcome,
  ended_at as "endedAt"`;

/** The open questions of an order: at most one of a kind. */
export const listOpenAsks = gathered(async (ctx: Ctx, orderIds: readonly string[]) => {
  const { rows } = await sql<Ask & { orderId: string }>`
    select order_id as "orderId", ${ASK} from orders.asks
    where order_id = any(${[...orderIds]}::uuid[]) and outcome is null order by asked_at, id`.execute(
    ctx.db,
  );
  return orderIds.map((orderId): Ask[] => rows.filter((row) => row.orderId === orderId));
});

/** Every question that was asked in an order, oldest first (bounded by the rules, at most 100). */
export async function listAsks(ctx: Ctx, orderId: string): Promise<Ask[]> {
  const { rows } =
    await sql<Ask>`select ${ASK} from orders.asks where order_id = ${orderId} order by asked_at, id limit 100`.execute(
      ctx.db,
    );
  return rows;
}

/** Writes a question; the database allows one open question of a kind. */
export async function insertAsk(
  tx: TxCtx,
  orderId: string,
  ask: Pick<Ask, 'kind' | 'askedBy' | 'reason' | 'days' | 'answerBy'> & {
    amountMinor?: bigint;
    title?: string;
  },
): Promise<void> {
  await sql`insert into orders.asks (id, order_id, kind, asked_by, title, reason, days, amount_minor,
      asked_at, answer_by)
    values (${newId(tx)}, ${orderId}, ${ask.kind}, ${ask.askedBy}, ${ask.title ?? null}, ${ask.reason},
      ${ask.days}, ${ask.amountMinor ?? null}, ${tx.clock.now()}, ${ask.answerBy})`.execute(tx.db);
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
