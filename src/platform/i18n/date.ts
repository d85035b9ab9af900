import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#platform/time';
import { intlTag } from './number.ts';
import type { Reader } from './reader.ts';

export type DateStyle = 'date' | 'time' | 'dateTime' | 'weekdayDateTime' | 'short' | 'month';

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' };
const TIME: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${intlTag(reader)}|${reader.timeZone}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(intlTag(reader), { timeZone: reader.timeZone, ...options });
    // A reader's zone is one of a few hundred, so this stays small.
    formats.set(key, format);
  }
  return format;
}

function shortOptions(reader: Reader): Intl.DateTimeFormatOptions {
  const month = reader.locale === 'ar' ? 'numeric' : 'short';
  return { day: 'numeric', month, year: 'numeric' };
}

/** An instant in the reader's zone, calendar, language and digits (SPEC 14). */
export function formatDate(reader: Reader, at: Date, style: DateStyle = 'date'): string {
  switch (style) {
    case 'date':
      return formatter(reader, DATE).format(at);
    case 'time':
      return formatter(reader, TIME).format(at);
    case 'short':
      return formatter(reader, shortOptions(reader)).format(at);
    // A month is counted in UTC by the database: a reader's zone must not make it the one before.
    case 'month':
      return formatter(reader, MONTH).format(at);
    case 'dateTime':
      return `${formatter(reader, DATE).format(at)} · ${formatter(reader, TIME).format(at)}`;
    case 'weekdayDateTime':
      return `${formatter(reader, WEEKDAY).format(at)} · ${formatter(reader, TIME).format(at)}`;
  }
}

const RELATIVE_STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
];

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relative(reader: Reader, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  const key = `${intlTag(reader)}|${numeric}`;
  let format = relatives.get(key);
  if (!format) {
    format = new Intl.RelativeTimeFormat(intlTag(reader), { numeric });
    relatives.set(key, format);
  }
  return format;
}

/** «قبل 3 ساعات», "in 2 days", «الآن» under a minute. Days are of 24 hours, so never "yesterday". */
export function formatRelative(reader: Reader, at: Date, now: Date): string {
  const distanceMs = at.getTime() - now.getTime();
  const step = RELATIVE_STEPS.find(([, ms]) => Math.abs(distanceMs) >= ms);
  if (!step) return relative(reader, 'auto').format(0, 'second');
  return relative(reader, 'always').format(Math.trunc(distanceMs / step[1]), step[0]);
}

interface DurationFormat {
  format(duration: Record<string, number>): string;
}
type DurationFormatClass = new (
  tag: string,
  options: { style: 'long' | 'short' },
) => DurationFormat;
const { DurationFormat } = Intl as unknown as { DurationFormat: DurationFormatClass };

const durations = new Map<string, DurationFormat>();

/** A length of time by its two largest units: «يومان و4 ساعات», "2 days, 4 hours". Takes milliseconds; under a minute in seconds. */
export function formatDuration(reader: Reader, ms: number): string {
  const tag = intlTag(reader);
  let format = durations.get(tag);
  if (!format) {
    format = new DurationFormat(tag, { style: 'long' });
    durations.set(tag, format);
  }
  const left = Math.max(0, ms);
  const days = Math.floor(left / DAY_MS);
  const hours = Math.floor((left % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((left % HOUR_MS) / MINUTE_MS);
  if (days > 0) return format.format(hours > 0 ? { days, hours } : { days });
  if (hours > 0) return format.format(minutes > 0 ? { hours, minutes } : { hours });
  if (minutes > 0) return format.format({ minutes });
  const seconds = Math.floor(left / SECOND_MS);
  const unit = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(tag, unit).format(seconds);
}
