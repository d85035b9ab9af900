import { type Ctx, requireMember } from '#platform/context';
import { sql } from 'kysely';

/** Marks everything the member has as read. */
export async function readAllNotices(ctx: Ctx): Promise<void> {
  await sql`update notifications.notices set read_at = ${ctx.clock.now()}
    where member_id = ${requireMember(ctx)} and read_at is null`.execute(ctx.db);
}
