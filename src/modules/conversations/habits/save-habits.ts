import { type Ctx, requireMember } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import type { Habits } from './habit-store.ts';

const MOST = 1_000;

/** Keeps how the member who acts answers when they do not. Refuses InvalidInput. */
export async function saveHabits(ctx: Ctx, habits: Habits): Promise<void> {
  const memberId = requireMember(ctx);
  const automaticReply = cleanText(habits.automaticReply).trim();
  const awayReply = cleanText(habits.awayReply).trim();
  const wrong: Record<string, string> = {};
  if (automaticReply.length > MOST) wrong.automaticReply = 'too-long';
  if (awayReply.length > MOST) wrong.awayReply = 'too-long';
  if (habits.awayUntil && habits.awayUntil <= ctx.clock.now()) wrong.awayUntil = 'in-the-past';
  if (habits.awayUntil && awayReply === '') wrong.awayReply = 'required';
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  await sql`insert into conversations.habits (member_id, automatic_reply, away_reply, away_until)
    values (${memberId}, ${automaticReply}, ${awayReply}, ${habits.awayUntil})
    on conflict on constraint habits_pkey do update set automatic_reply = excluded.automatic_reply,
      away_reply = excluded.away_reply, away_until = excluded.away_until`.execute(ctx.db);
}
