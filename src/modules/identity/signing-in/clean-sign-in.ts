import type { Ctx } from '#platform/context';
import { addDays, systemClock } from '#platform/time';
import { sql } from 'kysely';

const KEPT_DAYS = 7;

/** Removes sessions and one-time links that ended a week ago: addresses are not kept for ever. */
export async function cleanSignIn(ctx: Ctx): Promise<void> {
  await sql`delete from identity.sessions
    where expires_at < ${addDays(systemClock.now(), -KEPT_DAYS)}`.execute(ctx.db);
  const before = addDays(ctx.clock.now(), -KEPT_DAYS);
  await sql`delete from identity.one_time_links where expires_at < ${before}`.execute(ctx.db);
  await sql`delete from identity.email_changes where expires_at < ${before}`.execute(ctx.db);
}
