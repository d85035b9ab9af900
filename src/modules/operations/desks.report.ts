import type { Ctx } from '#platform/context';

/** What waits on the desks of the staff. */
export interface DeskFigures {
  /** Services and next versions of services waiting for a reviewer; counts to 1,000. */
  waitingReviews: number;
  /** Appeals against reviews that wait; counts to 1,000. */
  waitingAppeals: number;
  /** Objections to masked contact that wait, and cases that came back; counts to 1,000. */
  waitingContact: number;
  /** The newest proof of the ledger; undefined before the first. */
  ledgerOk: boolean | undefined;
}

/** The figures of the landing page of the staff, in one round trip. */
export async function deskFigures(ctx: Ctx): Promise<DeskFigures> {
  const { rows } = await ctx.pool.query<{
    waitingReviews: number;
    waitingAppeals: number;
    waitingContact: number;
    ledgerOk: boolean | null;
  }>(
    `select (select count(*)::int from (select 1 from catalogue.services
        where state = 'pending_review' union all select 1 from catalogue.revisions
        where state = 'pending_review' limit 1000) as waiting) as "waitingReviews",
      (select count(*)::int from (select 1 from reviews.appeals where outcome is null
        limit 1000) as waiting) as "waitingAppeals",
      (select count(*)::int from (select 1 from trust.contact_cases where outcome is null
        and (objected_at is not null or step = 'review') limit 1000) as waiting) as "waitingContact",
      (select ok from ledger.verifications order by started_at desc, id desc limit 1) as "ledgerOk"`,
  );
  return {
    waitingReviews: rows[0]?.waitingReviews ?? 0,
    waitingAppeals: rows[0]?.waitingAppeals ?? 0,
    waitingContact: rows[0]?.waitingContact ?? 0,
    ledgerOk: rows[0]?.ledgerOk ?? undefined,
  };
}
