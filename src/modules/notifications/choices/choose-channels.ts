import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { keepStop } from './channel-stop-store.ts';
import { keepHabits, type NoticeHabits } from './habit-store.ts';
import {
  type NoticeChannel,
  noticeChannels,
  type NoticeTopic,
  noticeTopics,
} from './notice-topic.ts';

export interface ChannelChoice extends NoticeHabits {
  /** What is wanted on each channel; all other topics stop there. */
  wanted: Record<NoticeChannel, ReadonlySet<NoticeTopic>>;
}

/**
 * The member says what comes on which channel, how letters come and when to be left in peace. Refuses
 * SignInRequired, and InvalidInput for quiet hours that begin where they end.
 */
export async function chooseChannels(ctx: Ctx, choice: ChannelChoice): Promise<void> {
  const memberId = requireMember(ctx);
  const { wanted, ...habits } = choice;
  if (habits.quiet && habits.quiet.from === habits.quiet.until)
    throw new InvalidInput({ quietUntil: 'quiet-same' });
  await inTransaction(ctx, async (tx) => {
    await keepHabits(tx, memberId, habits);
    for (const channel of noticeChannels) {
      for (const topic of noticeTopics) {
        await keepStop(tx, { memberId, topic, channel }, !wanted[channel].has(topic));
      }
    }
  });
}
