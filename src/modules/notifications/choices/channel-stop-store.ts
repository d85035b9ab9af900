import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { NoticeChannel, NoticeTopic } from './notice-topic.ts';

/** Something a member does not want to hear about on one channel. */
export interface ChannelStop {
  memberId: string;
  topic: NoticeTopic;
  channel: NoticeChannel;
}

/** The topics a member has stopped, by channel. Asks no policy. */
export async function listStops(
  ctx: Ctx,
  memberId: string,
): Promise<Record<NoticeChannel, Set<NoticeTopic>>> {
  const { rows } = await sql<ChannelStop>`
    select topic, channel from notifications.channel_stops where member_id = ${memberId}`.execute(
    ctx.db,
  );
  const of = (wanted: NoticeChannel) =>
    new Set(rows.filter(({ channel }) => channel === wanted).map(({ topic }) => topic));
  return { mail: of('mail'), push: of('push'), telegram: of('telegram') };
}

/** Stops a topic on a channel, or lets it come again. Harmless to repeat. */
export async function keepStop(ctx: Ctx, stop: ChannelStop, stopped: boolean): Promise<void> {
  const { memberId, topic, channel } = stop;
  if (stopped) {
    await sql`insert into notifications.channel_stops (member_id, topic, channel, at)
      values (${memberId}, ${topic}, ${channel}, ${ctx.clock.now()}) on conflict do nothing`.execute(
      ctx.db,
    );
  } else {
    await sql`delete from notifications.channel_stops
      where member_id = ${memberId} and topic = ${topic} and channel = ${channel}`.execute(ctx.db);
  }
}
