import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { NoticeTopic } from './notice-topic.ts';
import type { MailStop } from './stop-token.ts';

/** The topics a member gets no letters about. Asks no policy. */
export async function listMailStops(ctx: Ctx, memberId: string): Promise<Set<NoticeTopic>> {
  const { rows } = await sql<{ topic: NoticeTopic }>`
    select topic from notifications.mail_stops where member_id = ${memberId}`.execute(ctx.db);
  return new Set(rows.map(({ topic }) => topic));
}

/** Stops letters about a topic, or lets them come again. Harmless to repeat. */
export async function keepMailStop(
  ctx: Ctx,
  { memberId, topic }: MailStop,
  stopped: boolean,
): Promise<void> {
  if (stopped) {
    await sql`insert into notifications.mail_stops (member_id, topic, at)
      values (${memberId}, ${topic}, ${ctx.clock.now()}) on conflict do nothing`.execute(ctx.db);
  } else {
    await sql`delete from notifications.mail_stops
      where member_id = ${memberId} and topic = ${topic}`.execute(ctx.db);
  }
}
