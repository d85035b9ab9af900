import { type Ctx, requireMember } from '#platform/context';
import { sql } from 'kysely';

/** Puts a thread away as spam for the member who acts, or takes it back; the other side sees nothing. */
export async function markSpam(ctx: Ctx, threadId: string, spam: boolean): Promise<void> {
  await sql`update messaging.thread_members set spam_at = ${spam ? ctx.clock.now() : null}
    where thread_id = ${threadId} and member_id = ${requireMember(ctx)}
      and (spam_at is not null) <> ${spam}`.execute(ctx.db);
}
