import type { TxCtx } from '#platform/context';
import { gatheredWrite } from '#platform/crowd';
import { sql } from 'kysely';

interface Clearing {
  orderId: string;
  memberId: string;
  amountMinor: bigint;
  clearsAt: Date;
}

/** Notes when the earnings of an order (USD cents) clear; in the transaction that earns them. */
export const scheduleClearing = gatheredWrite(async (tx: TxCtx, clearings: readonly Clearing[]) => {
  const of = <K extends keyof Clearing>(column: K) => clearings.map((clearing) => clearing[column]);
  await sql`insert into wallet.clearings (order_id, member_id, amount_minor, earned_at, clears_at)
    select order_id, member_id, amount_minor, ${tx.clock.now()}, clears_at
    from unnest(${of('orderId')}::uuid[], ${of('memberId')}::uuid[], ${of('amountMinor')}::bigint[],
      ${of('clearsAt')}::timestamptz[]) as c(order_id, member_id, amount_minor, clears_at)`.execute(
    tx.db,
  );
});
