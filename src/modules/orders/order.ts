import { ADDITION_ROWS } from './additions/addition-rows.ts';
import { DISPUTE_ROWS, REFUND_ROWS } from './disputes/dispute-rows.ts';
import type { OrderState, Transition } from './order-state.ts';

export * from './order-state.ts';

const buyer = ['buyer'] as const;
const seller = ['seller'] as const;
const clock = ['clock'] as const;
const bothSides = ['buyer', 'seller'] as const;

/** Ends of an order before a delivery: the whole price and the buyer's fee go back (SPEC 4.3). */
const fullRefund = {
  to: 'cancelled',
  money: 'refund_with_fee',
  ends: ['extension', 'cancellation', 'refund', 'addition'],
  fact: 'order-cancelled',
} as const;
/** Ends by agreement after a delivery: the price goes back, the fee is kept. */
const refundAfterDelivery = { ...fullRefund, money: 'refund_without_fee' } as const;
const completion = {
  to: 'completed',
  money: 'release',
  starts: ['guarantee'],
  ends: ['extension', 'cancellation', 'refund', 'addition'],
  fact: 'order-completed',
} as const;

/**
 * THE table: the only way an order moves (SPEC 5.2). Of rows with the same state, act and party the
 * first whose guards hold applies. Checked at start (check-table.ts), drawn in docs/orders.
 */
export const TRANSITIONS: readonly Transition[] = [
  // awaiting_requirements
  {
    act: 'give_requirements',
    by: buyer,
    from: 'awaiting_requirements',
    to: 'in_progress',
    stops: ['requirements'],
    starts: ['first_word', 'delivery'],
    fact: 'requirements-given',
  },
  { act: 'cancel', by: buyer, from: 'awaiting_requirements', ...fullRefund },
  { act: 'requirements_time_over', by: clock, from: 'awaiting_requirements', ...fullRefund },
  {
    act: 'speak',
    by: seller,
    from: 'awaiting_requirements',
    to: 'awaiting_requirements',
    when: ['seller_has_not_spoken'],
    fact: 'seller-spoke',
  },

  // in_progress
  {
    act: 'speak',
    by: seller,
    from: 'in_progress',
    to: 'in_progress',
    when: ['seller_has_not_spoken'],
    stops: ['first_word'],
    fact: 'seller-spoke',
  },
  {
    act: 'deliver',
    by: seller,
    from: 'in_progress',
    to: 'delivered',
    stops: ['first_word', 'delivery', 'extension'],
    starts: ['acceptance'],
    ends: ['extension'],
    fact: 'delivered',
  },
  {
    act: 'deliver_part',
    by: seller,
    from: 'in_progress',
    to: 'in_progress',
    when: ['parts_are_left'],
    stops: ['first_word'],
    fact: 'part-delivered',
  },
  { act: 'cancel', by: buyer, from: 'in_progress', when: ['seller_silent'], ...fullRefund },
  {
    act: 'cancel',
    by: buyer,
    from: 'in_progress',
    when: ['late_with_nothing_delivered'],
    ...fullRefund,
  },
  {
    act: 'late_time_over',
    by: clock,
    from: 'in_progress',
    when: ['long_late_with_nothing_delivered'],
    ...fullRefund,
  },
  {
    act: 'ask_extension',
    by: seller,
    from: 'in_progress',
    to: 'in_progress',
    when: ['extensions_are_left'],
    stops: ['first_word'],
    starts: ['extension'],
    fact: 'extension-asked',
  },
  {
    act: 'agree_extension',
    by: buyer,
    from: 'in_progress',
    to: 'in_progress',
    when: ['extension_open'],
    stops: ['extension'],
    starts: ['delivery'],
    ends: ['extension'],
    fact: 'extension-answered',
  },
  {
    act: 'refuse_extension',
    by: buyer,
    from: 'in_progress',
    to: 'in_progress',
    when: ['extension_open'],
    stops: ['extension'],
    ends: ['extension'],
    fact: 'extension-answered',
  },
  {
    act: 'extension_time_over',
    by: clock,
    from: 'in_progress',
    to: 'in_progress',
    when: ['extension_open'],
    stops: ['extension'],
    starts: ['delivery'],
    ends: ['extension'],
    fact: 'extension-answered',
  },

  // delivered
  { act: 'accept', by: buyer, from: 'delivered', ...completion },
  { act: 'acceptance_time_over', by: clock, from: 'delivered', ...completion },
  {
    act: 'prolong',
    by: buyer,
    from: 'delivered',
    to: 'delivered',
    when: ['not_prolonged_yet'],
    starts: ['acceptance'],
    fact: 'acceptance-prolonged',
  },
  {
    act: 'ask_change',
    by: buyer,
    from: 'delivered',
    to: 'in_progress',
    when: ['changes_are_left'],
    stops: ['acceptance'],
    starts: ['delivery'],
    fact: 'changes-asked',
  },

  // Cancelling by agreement: before the work is complete, either side may ask (SPEC 5.7).
  ...(['awaiting_requirements', 'in_progress', 'delivered'] as const).flatMap(cancellationRows),

  // completed
  {
    act: 'close',
    by: clock,
    from: 'completed',
    to: 'closed',
    ends: ['refund'],
    fact: 'order-closed',
  },

  // What is added to a running order and paid for, refunds by agreement, disputes.
  ...ADDITION_ROWS,
  ...REFUND_ROWS,
  ...DISPUTE_ROWS,
];

function cancellationRows(from: OrderState): Transition[] {
  const stays = { from, to: from, stops: ['cancellation'], ends: ['cancellation'] } as const;
  const agreed = [
    { from, when: ['their_cancellation_open', 'nothing_delivered'], ...fullRefund },
    { from, when: ['their_cancellation_open', 'delivery_stands'], ...refundAfterDelivery },
  ] as const;
  // In awaiting_requirements the buyer simply cancels, so only the seller asks and only the buyer
  // answers; nothing can stand delivered there.
  const first = from === 'awaiting_requirements';
  const [askers, answerers] = first ? [seller, buyer] : [bothSides, bothSides];
  const rows: Transition[] = [
    {
      act: 'ask_cancellation',
      by: askers,
      from,
      to: from,
      when: ['no_cancellation_open'],
      starts: ['cancellation'],
      fact: 'cancellation-asked',
    },
    {
      act: 'withdraw_cancellation',
      by: askers,
      ...stays,
      when: ['own_cancellation_open'],
      fact: 'cancellation-ended',
    },
    {
      act: 'refuse_cancellation',
      by: answerers,
      ...stays,
      when: ['their_cancellation_open'],
      fact: 'cancellation-ended',
    },
  ];
  if (from !== 'delivered') {
    rows.push({ act: 'agree_cancellation', by: answerers, ...agreed[0] });
    rows.push({
      act: 'cancellation_time_over',
      by: clock,
      from,
      when: ['cancellation_open', 'nothing_delivered'],
      ...fullRefund,
    });
  }
  if (!first) {
    rows.push({ act: 'agree_cancellation', by: bothSides, ...agreed[1] });
    rows.push({
      act: 'cancellation_time_over',
      by: clock,
      ...stays,
      when: ['cancellation_open', 'delivery_stands'],
      fact: 'cancellation-ended',
    });
  }
  return rows;
}

/** States whose beginning stops every clock of the order. */
export function isOver(state: OrderState): boolean {
  return state === 'completed' || isFinal(state);
}

/** States nothing leads out of. */
function isFinal(state: OrderState): boolean {
  return !TRANSITIONS.some((row) => row.from === state);
}

/** States in which the work goes on. */
export const WORKING_STATES: readonly OrderState[] = [
  'awaiting_requirements',
  'in_progress',
  'delivered',
];
