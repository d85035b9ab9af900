export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
/** A business day is 24 hours, whatever the zone does (SPEC 14). */
export const DAY_MS = 24 * HOUR_MS;

/** The instant that many milliseconds later. */
export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The instant that many hours later (negative: earlier). */
export function addHours(at: Date, hours: number): Date {
  return addMs(at, hours * HOUR_MS);
}

/** The instant that many days of 24 hours later (negative: earlier). */
export function addDays(at: Date, days: number): Date {
  return addMs(at, days * DAY_MS);
}
