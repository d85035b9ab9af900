import type { Ctx } from '#platform/context';

/** What the clock will set off, up to an instant. */
export interface Outlook {
  /** Reminders and automatic steps of orders. */
  orderSteps: number;
  /** Sums that become available. */
  clearings: number;
}

/** How much falls due until each of these instants; and how far the clock is ahead, in milliseconds. */
export async function clockOutlook(
  ctx: Ctx,
  untils: readonly Date[],
): Promise<{ offsetMs: number; outlooks: Outlook[] }> {
  const { rows } = await ctx.pool.query<Outlook & { offsetMs: bigint }>(
    `select (select offset_ms from platform.clock) as "offsetMs",
      (select count(*)::int from orders.timers t where t.done_at is null and t.due_at <= u.at)
        as "orderSteps",
      (select count(*)::int from wallet.clearings c where c.cleared_at is null and c.clears_at <= u.at)
        as clearings
    from unnest($1::timestamptz[]) with ordinality as u (at, place) order by u.place`,
    [untils],
  );
  return { offsetMs: Number(rows[0]?.offsetMs ?? 0n), outlooks: rows };
}
