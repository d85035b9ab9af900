import { z } from 'zod';
import { letterRhythms } from '../choices/habit-store.ts';
import {
  type NoticeChannel,
  noticeChannels,
  type NoticeTopic,
  noticeTopics,
} from '../choices/notice-topic.ts';

const hour = z.coerce.number().int().min(0).max(23);
const channels = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);

/** What a member chooses: for each topic its channels, and when. */
export const choicesForm = z.object({
  orders: channels,
  messages: channels,
  reviews: channels,
  services: channels,
  money: channels,
  letters: z.enum(letterRhythms),
  digestHour: hour,
  quiet: z.string().optional(),
  quietFrom: hour,
  quietUntil: hour,
});

/** The topics wanted on each channel, as the form has them the other way round. */
export function wantedOf(
  values: Record<NoticeTopic, string[]>,
): Record<NoticeChannel, Set<NoticeTopic>> {
  const of = (channel: NoticeChannel) =>
    new Set(noticeTopics.filter((topic) => values[topic].includes(channel)));
  const [mail, push, telegram] = noticeChannels;
  return { mail: of(mail), push: of(push), telegram: of(telegram) };
}

export const deviceForm = z.object({
  endpoint: z.string().max(2_000),
  p256dh: z.string().max(500),
  auth: z.string().max(500),
});
