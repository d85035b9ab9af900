import { contactOf } from '#identity';
import { sayAutomatically } from '#messaging';
import type { TxCtx } from '#platform/context';
import { findHabits } from './habit-store.ts';

/** Answers for a member who is away, or has an automatic reply: at most once a day of theirs in a thread. */
export async function answerAutomatically(
  tx: TxCtx,
  to: { threadId: string; memberId: string },
): Promise<void> {
  const habits = await findHabits(tx, to.memberId);
  const now = tx.clock.now();
  const away = habits.awayUntil !== null && habits.awayUntil > now;
  const body = away ? habits.awayReply : habits.automaticReply;
  if (body === '') return;
  const { timeZone } = (await contactOf(tx, to.memberId)).reader;
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const day = instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const key = `${to.memberId}:${away ? 'away' : 'reply'}:${day}`;
  await sayAutomatically(tx, { threadId: to.threadId, senderId: to.memberId, body, key });
}
