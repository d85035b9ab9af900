import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ctx, deriveSecret } from '#platform/context';
import { isNoticeTopic, type NoticeTopic } from './notice-topic.ts';

const MARK = 24;

/** The letters that a link ends: those of one topic, or all of them that come once a day. */
export type StoppedLetters = NoticeTopic | 'digest';

export interface MailStop {
  memberId: string;
  topic: StoppedLetters;
}

/** What a letter's link to end its kind carries, with a mark that only this site can make. */
export function stopToken(ctx: Ctx, { memberId, topic }: MailStop): string {
  return `${memberId}.${topic}.${markOf(ctx, `${memberId}.${topic}`)}`;
}

/** Whose letters of what a link ends; undefined for a link that this site did not make. */
export function readStopToken(ctx: Ctx, token: string): MailStop | undefined {
  const [memberId = '', topic = '', mark = ''] = token.split('.');
  const expected = Buffer.from(markOf(ctx, `${memberId}.${topic}`));
  const given = Buffer.from(mark);
  const sound = given.length === expected.length && timingSafeEqual(given, expected);
  return sound && (isNoticeTopic(topic) || topic === 'digest') ? { memberId, topic } : undefined;
}

function markOf(ctx: Ctx, text: string): string {
  return createHmac('sha256', deriveSecret(ctx, 'mail-stops'))
    .update(text)
    .digest('base64url')
    .slice(0, MARK);
}
