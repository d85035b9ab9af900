import type { Ctx } from '#platform/context';
import { listStops } from './channel-stop-store.ts';
import { type NoticeTopic, noticeTopics } from './notice-topic.ts';
import type { MailStop } from './stop-token.ts';

/** The topics whose letters a link ends: all of them for the daily letter. */
export function topicsOf({ topic }: MailStop): readonly NoticeTopic[] {
  return topic === 'digest' ? noticeTopics : [topic];
}

/** Whether all that a link ends has been stopped. */
export async function isMailStopped(ctx: Ctx, stop: MailStop): Promise<boolean> {
  const { mail } = await listStops(ctx, stop.memberId);
  return topicsOf(stop).every((topic) => mail.has(topic));
}
