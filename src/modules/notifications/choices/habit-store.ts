import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

/** How letters come: each at once, all in one letter a day, or only when no other way has worked. */
export const letterRhythms = ['at_once', 'daily', 'fallback'] as const;

export type LetterRhythm = (typeof letterRhythms)[number];

/** When a member wants to be told; hours (0-23) are of their own zone. */
export interface NoticeHabits {
  letters: LetterRhythm;
  digestHour: number;
  /** From and until when only the in-app list is told; from may be later than until (over midnight). */
  quiet: { from: number; until: number } | undefined;
}

const DEFAULT_HABITS: NoticeHabits = { letters: 'at_once', digestHour: 8, quiet: undefined };

interface Row {
  letters: LetterRhythm;
  digest_hour: number;
  quiet_from: number | null;
  quiet_until: number | null;
}

/** A member's habits, or what holds for those who never said. Asks no policy. */
export async function findHabits(ctx: Ctx, memberId: string): Promise<NoticeHabits> {
  const { rows } = await sql<Row>`select letters, digest_hour, quiet_from, quiet_until
    from notifications.habits where member_id = ${memberId}`.execute(ctx.db);
  const row = rows[0];
  if (!row) return DEFAULT_HABITS;
  const { quiet_from: from, quiet_until: until } = row;
  return {
    letters: row.letters,
    digestHour: row.digest_hour,
    quiet: from === null || until === null ? undefined : { from, until },
  };
}

/** Keeps a member's habits in place of the ones before. */
export async function keepHabits(ctx: Ctx, memberId: string, habits: NoticeHabits): Promise<void> {
  const { letters, digestHour, quiet } = habits;
  await sql`insert into notifications.habits (member_id, letters, digest_hour, quiet_from, quiet_until)
    values (${memberId}, ${letters}, ${digestHour}, ${quiet?.from ?? null}, ${quiet?.until ?? null})
    on conflict (member_id) do update set letters = excluded.letters, digest_hour = excluded.digest_hour,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`.execute(ctx.db);
}
