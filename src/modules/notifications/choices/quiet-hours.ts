import type { NoticeHabits } from './habit-store.ts';

const QUARTER_MS = 15 * 60_000;
/** A day, and an hour more for the night in which clocks go back. */
const MOST_QUARTERS = 25 * 4;

/** The hour (0-23) and the day (`2026-11-29`) that a zone's clocks show at an instant. */
export function localHour(at: Date, timeZone: string): { hour: number; day: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { hour: local.hour, day: local.toPlainDate().toString() };
}

/**
 * When a member may be told of something that happens now: at once, or when their quiet hours end by the
 * clocks of their own zone, also over midnight and over a change of the clocks.
 */
export function toldFrom(now: Date, quiet: NoticeHabits['quiet'], timeZone: string): Date {
  if (!quiet || !isQuiet(now, quiet, timeZone)) return now;
  const firstQuarter = Math.ceil((now.getTime() + 1) / QUARTER_MS) * QUARTER_MS;
  for (let step = 0; step < MOST_QUARTERS; step += 1) {
    const then = new Date(firstQuarter + step * QUARTER_MS);
    if (!isQuiet(then, quiet, timeZone)) return then;
  }
  return now;
}

function isQuiet(
  at: Date,
  { from, until }: { from: number; until: number },
  timeZone: string,
): boolean {
  const { hour } = localHour(at, timeZone);
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}
