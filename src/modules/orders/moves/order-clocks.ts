import { addDays, addHours, DAY_MS, HOUR_MS } from '#platform/time';
import type { Act, TimerKind } from '../order.ts';
import type { Order } from '../order-row.ts';
import type { OrderRules } from './order-rules.ts';

/** A reminder's name; its words are in locales, its notice in notices/. */
export type Reminder =
  | 'requirements-wanted'
  | 'requirements-last-hours'
  | 'first-word-wanted'
  | 'seller-silent'
  | 'due-soon'
  | 'late'
  | 'late-change'
  | 'late-may-cancel'
  | 'late-last-day'
  | 'acceptance-wanted'
  | 'acceptance-last-day'
  | 'acceptance-last-hours'
  | 'extension-answer-wanted'
  | 'cancellation-answer-wanted'
  | 'guarantee-ends'
  | 'refund-answer-wanted'
  | 'dispute-answer-wanted'
  | 'dispute-answer-last-hours'
  | 'dispute-late'
  | 'split-answer-wanted'
  | 'addition-answer-wanted';

/** One thing a clock does, so many milliseconds from its anchor (negative: before it). */
export interface ClockStep {
  offsetMs: number;
  reminds?: { reminder: Reminder; who: 'buyer' | 'seller' | 'both' | 'other' };
  /** What happens by itself when the time is over. */
  does?: Act;
  /** Only while nothing stands delivered in the order. */
  onlyBeforeDelivery?: boolean;
  /** Only once something was delivered: the work waits for a change. */
  onlyAfterDelivery?: boolean;
}

export interface OrderClock {
  kind: TimerKind;
  /** What its steps count from. */
  anchor: 'opening' | 'requirements' | 'due' | 'acceptance_end' | 'ask' | 'completion';
  steps: readonly ClockStep[];
}

const hours = (count: number) => count * HOUR_MS;

type Who = NonNullable<ClockStep['reminds']>['who'];

function remind(reminder: Reminder, who: Who, offsetMs: number): ClockStep {
  return { offsetMs, reminds: { reminder, who } };
}

/** Reminders to the buyer at these hours; the last has the last name, with more hours than names the one before repeats. */
function remindersOf(
  atHours: readonly number[],
  names: readonly [Reminder, ...Reminder[]],
): ClockStep[] {
  return atHours.map((at, index) => {
    const last = index === atHours.length - 1;
    const name = last ? names.at(-1) : names[Math.min(index, Math.max(0, names.length - 2))];
    return remind(name ?? names[0], 'buyer', hours(at));
  });
}

/** The steps of each clock under the rules given: reminders before every automatic step (SPEC 5.3). */
const STEPS: Record<
  TimerKind,
  [anchor: OrderClock['anchor'], steps: (rules: OrderRules) => ClockStep[]]
> = {
  requirements: [
    'opening',
    ({ requirements }) => [
      ...remindersOf(requirements.remindAfterHours, [
        'requirements-wanted',
        'requirements-last-hours',
      ]),
      { offsetMs: hours(requirements.cancelAfterHours), does: 'requirements_time_over' },
    ],
  ],
  first_word: [
    'requirements',
    ({ silenceHours }) => [
      {
        ...remind('first-word-wanted', 'seller', hours(silenceHours - 6)),
        onlyBeforeDelivery: true,
      },
      { ...remind('seller-silent', 'buyer', hours(silenceHours)), onlyBeforeDelivery: true },
    ],
  ],
  delivery: [
    'due',
    ({ late }) => [
      remind('due-soon', 'seller', -hours(24)),
      { ...remind('late', 'both', 0), onlyBeforeDelivery: true },
      { ...remind('late-change', 'both', 0), onlyAfterDelivery: true },
      {
        ...remind('late-may-cancel', 'both', hours(late.buyerMayCancelAfterHours)),
        onlyBeforeDelivery: true,
      },
      {
        ...remind('late-last-day', 'both', (late.cancelAfterDays - 1) * DAY_MS),
        onlyBeforeDelivery: true,
      },
      { offsetMs: late.cancelAfterDays * DAY_MS, does: 'late_time_over', onlyBeforeDelivery: true },
    ],
  ],
  acceptance: [
    'acceptance_end',
    ({ acceptance }) => [
      ...remindersOf(
        acceptance.remindAfterHours.map((after) => after - acceptance.completeAfterHours),
        ['acceptance-wanted', 'acceptance-last-day', 'acceptance-last-hours'],
      ),
      { offsetMs: 0, does: 'acceptance_time_over' },
    ],
  ],
  extension: [
    'ask',
    ({ extension }) => [
      remind('extension-answer-wanted', 'buyer', hours(extension.answerHours / 2)),
      { offsetMs: hours(extension.answerHours), does: 'extension_time_over' },
    ],
  ],
  cancellation: [
    'ask',
    ({ cancellation }) => [
      remind('cancellation-answer-wanted', 'other', hours(cancellation.answerHours / 2)),
      { offsetMs: hours(cancellation.answerHours), does: 'cancellation_time_over' },
    ],
  ],
  guarantee: [
    'completion',
    ({ guaranteeDays }) => [
      remind('guarantee-ends', 'buyer', (guaranteeDays - 2) * DAY_MS),
      { offsetMs: guaranteeDays * DAY_MS, does: 'close' },
    ],
  ],
  refund: [
    'ask',
    ({ refundHours }) => [
      remind('refund-answer-wanted', 'other', hours(refundHours / 2)),
      { offsetMs: hours(refundHours), does: 'refund_time_over' },
    ],
  ],
  dispute_answer: [
    'ask',
    ({ dispute }) => [
      remind('dispute-answer-wanted', 'other', hours(dispute.answerHours - 48)),
      remind('dispute-answer-last-hours', 'other', hours(dispute.answerHours - 12)),
      { offsetMs: hours(dispute.answerHours), does: 'dispute_answer_time_over' },
    ],
  ],
  // A judge who is late ends nothing: both sides are told, and the desk shows it first.
  dispute_proposal: [
    'ask',
    ({ dispute }) => [remind('dispute-late', 'both', hours(dispute.proposalHours))],
  ],
  dispute_acceptance: [
    'ask',
    ({ dispute }) => [
      remind('split-answer-wanted', 'both', hours(dispute.acceptanceHours / 2)),
      { offsetMs: hours(dispute.acceptanceHours), does: 'dispute_acceptance_time_over' },
    ],
  ],
  dispute_appeal: [
    'ask',
    ({ dispute }) => [remind('dispute-late', 'both', hours(dispute.proposalHours))],
  ],
  addition: [
    'ask',
    ({ addition }) => [
      remind('addition-answer-wanted', 'buyer', hours(addition.answerHours / 2)),
      { offsetMs: hours(addition.answerHours), does: 'addition_time_over' },
    ],
  ],
};

/** One clock of an order under its rules. */
export function orderClock(kind: TimerKind, rules: OrderRules): OrderClock {
  const [anchor, steps] = STEPS[kind];
  return { kind, anchor, steps: steps(rules) };
}

/** When the last step of a clock that starts now is due. */
export function clockEnd(kind: TimerKind, rules: OrderRules, now: Date): Date {
  return new Date(now.getTime() + (orderClock(kind, rules).steps.at(-1)?.offsetMs ?? 0));
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
  return firstStep(orderClock('requirements', rules), openedAt, openedAt).dueAt;
}

/** When the work is due: delivery days of 24 hours from complete requirements. */
export function dueAtFor(requirementsAt: Date, deliveryDays: number): Date {
  return addDays(requirementsAt, deliveryDays);
}

/**
 * When the work is due with so many days added to it: from the promised instant, and where that has come
 * because the work was handed in, from the payment, never sooner than a change.
 */
export function dueAtAfterAddition(
  order: Pick<Order, 'state' | 'dueAt'>,
  days: number,
  when: { now: Date; rules: OrderRules },
): Date {
  const promised = order.dueAt ?? when.now;
  if (order.state !== 'delivered') return addDays(promised, days);
  const from = promised > when.now ? promised : when.now;
  return dueAtAfterChange(addDays(from, days), when.now, when.rules);
}

/** When a changed delivery is due: the promised instant, or so many hours from the asking if later. */
export function dueAtAfterChange(dueAt: Date, askedAt: Date, rules: OrderRules): Date {
  const soonest = addHours(askedAt, rules.changeHours);
  return soonest > dueAt ? soonest : dueAt;
}
