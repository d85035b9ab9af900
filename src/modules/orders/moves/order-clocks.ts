import { addDays, addHours, DAY_MS, HOUR_MS } from '#platform/time';
import type { Act, TimerKind } from '../order.ts';
import type { OrderRules } from './order-rules.ts';

/** A reminder's name; its words are in locales, its notice in notices/. */
export type Reminder =
  | 'requirements-wanted'
  | 'requirements-last-hours'
  | 'first-word-wanted'
  | 'seller-silent'
  | 'due-soon'
  | 'late'
  | 'late-may-cancel'
  | 'late-last-day'
  | 'acceptance-wanted'
  | 'acceptance-last-day'
  | 'acceptance-last-hours'
  | 'extension-answer-wanted'
  | 'cancellation-answer-wanted'
  | 'guarantee-ends';

/** One thing a clock does, so many milliseconds from its anchor (negative: before it). */
export interface ClockStep {
  offsetMs: number;
  reminds?: { reminder: Reminder; who: 'buyer' | 'seller' | 'both' | 'other' };
  /** What happens by itself when the time is over. */
  does?: Act;
  /** Only while nothing stands delivered in the order. */
  onlyBeforeDelivery?: boolean;
}

export interface OrderClock {
  kind: TimerKind;
  /** What its steps count from. */
  anchor: 'opening' | 'requirements' | 'due' | 'acceptance_end' | 'ask' | 'completion';
  steps: readonly ClockStep[];
}

const hours = (count: number) => count * HOUR_MS;

/** Reminders to the buyer at these hours; with more hours than names the middle name repeats. */
function remindersOf(atHours: readonly number[], names: readonly Reminder[]): ClockStep[] {
  return atHours.map((at, index) => {
    const last = index === atHours.length - 1;
    const reminder = last ? names.at(-1) : names[Math.min(index, names.length - 2)];
    return {
      offsetMs: hours(at),
      reminds: { reminder: reminder ?? names[0]!, who: 'buyer' as const },
    };
  });
}

/** The clocks under the rules given: reminders before every automatic step (SPEC 5.3). */
export function orderClocks(rules: OrderRules): Record<TimerKind, OrderClock> {
  const lateLimitMs = rules.late.cancelAfterDays * DAY_MS;
  const list: readonly OrderClock[] = [
    {
      kind: 'requirements',
      anchor: 'opening',
      steps: [
        ...remindersOf(rules.requirements.remindAfterHours, [
          'requirements-wanted',
          'requirements-last-hours',
        ]),
        { offsetMs: hours(rules.requirements.cancelAfterHours), does: 'requirements_time_over' },
      ],
    },
    {
      kind: 'first_word',
      anchor: 'requirements',
      steps: [
        {
          offsetMs: hours(rules.silenceHours - 6),
          reminds: { reminder: 'first-word-wanted', who: 'seller' },
          onlyBeforeDelivery: true,
        },
        {
          offsetMs: hours(rules.silenceHours),
          reminds: { reminder: 'seller-silent', who: 'buyer' },
          onlyBeforeDelivery: true,
        },
      ],
    },
    {
      kind: 'delivery',
      anchor: 'due',
      steps: [
        { offsetMs: -hours(24), reminds: { reminder: 'due-soon', who: 'seller' } },
        { offsetMs: 0, reminds: { reminder: 'late', who: 'both' } },
        {
          offsetMs: hours(rules.late.buyerMayCancelAfterHours),
          reminds: { reminder: 'late-may-cancel', who: 'both' },
          onlyBeforeDelivery: true,
        },
        {
          offsetMs: lateLimitMs - DAY_MS,
          reminds: { reminder: 'late-last-day', who: 'both' },
          onlyBeforeDelivery: true,
        },
        { offsetMs: lateLimitMs, does: 'late_time_over', onlyBeforeDelivery: true },
      ],
    },
    {
      kind: 'acceptance',
      anchor: 'acceptance_end',
      steps: [
        ...remindersOf(
          rules.acceptance.remindAfterHours.map(
            (after) => after - rules.acceptance.completeAfterHours,
          ),
          ['acceptance-wanted', 'acceptance-last-day', 'acceptance-last-hours'],
        ),
        { offsetMs: 0, does: 'acceptance_time_over' },
      ],
    },
    {
      kind: 'extension',
      anchor: 'ask',
      steps: [
        {
          offsetMs: hours(rules.extension.answerHours / 2),
          reminds: { reminder: 'extension-answer-wanted', who: 'buyer' },
        },
        { offsetMs: hours(rules.extension.answerHours), does: 'extension_time_over' },
      ],
    },
    {
      kind: 'cancellation',
      anchor: 'ask',
      steps: [
        {
          offsetMs: hours(rules.cancellation.answerHours / 2),
          reminds: { reminder: 'cancellation-answer-wanted', who: 'other' },
        },
        { offsetMs: hours(rules.cancellation.answerHours), does: 'cancellation_time_over' },
      ],
    },
    {
      kind: 'guarantee',
      anchor: 'completion',
      steps: [
        {
          offsetMs: (rules.guaranteeDays - 2) * DAY_MS,
          reminds: { reminder: 'guarantee-ends', who: 'buyer' },
        },
        { offsetMs: rules.guaranteeDays * DAY_MS, does: 'close' },
      ],
    },
  ];
  return Object.fromEntries(list.map((one) => [one.kind, one])) as Record<TimerKind, OrderClock>;
}

/** The first step still ahead when a clock starts at `now`; reminders already past are left out. */
export function firstStep(
  clock: OrderClock,
  anchorAt: Date,
  now: Date,
): { step: number; dueAt: Date } {
  const ahead = clock.steps.findIndex(
    (one) => one.does !== undefined || anchorAt.getTime() + one.offsetMs > now.getTime(),
  );
  const step = ahead === -1 ? clock.steps.length - 1 : ahead;
  return { step, dueAt: stepDueAt(clock, anchorAt, step) };
}

/** When that step of a clock is due. */
export function stepDueAt(clock: OrderClock, anchorAt: Date, step: number): Date {
  return new Date(anchorAt.getTime() + (clock.steps[step]?.offsetMs ?? 0));
}

/** When the first reminder of a new order is due; orders.open is given it (SPEC 5.4). */
export function firstReminderAt(rules: OrderRules, openedAt: Date): Date {
  return firstStep(orderClocks(rules).requirements, openedAt, openedAt).dueAt;
}

/** When the work is due: delivery days of 24 hours from complete requirements. */
export function dueAtFor(requirementsAt: Date, deliveryDays: number): Date {
  return addDays(requirementsAt, deliveryDays);
}

/** When a changed delivery is due: the promised instant, or so many hours from the asking if later. */
export function dueAtAfterChange(dueAt: Date, askedAt: Date, rules: OrderRules): Date {
  const soonest = addHours(askedAt, rules.changeHours);
  return soonest > dueAt ? soonest : dueAt;
}
