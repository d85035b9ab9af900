import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

export interface Clearing {
  orderId: string;
  amountMinor: bigint;
  clearsAt: Date;
}

/** What the member still waits for, soonest first, at most `limit`. */
export async function listClearings(ctx: Ctx, memberId: string, limit = 50): Promise<Clearing[]> {
  const { rows } =
    await sql<Clearing>`select order_id as "orderId", amount_minor - returned_minor as "amountMinor",
    clears_at as "clearsAt" from wallet.clearings where member_id = ${memberId} and cleared_at is null
      and amount_minor > returned_minor
    order by clears_at, order_id limit ${limit}`.execute(ctx.db);
  return rows;
}
