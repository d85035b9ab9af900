import type { Guard, OrderState, Transition } from '../order-state.ts';

const buyer = ['buyer'] as const;
const seller = ['seller'] as const;
const clock = ['clock'] as const;

/** Nobody adds to an order whose end is being spoken about. */
const GOES_ON: readonly Guard[] = ['additions_are_left', 'no_cancellation_open', 'no_refund_open'];

/**
 * Paid additions to a running order (SPEC 5.8): an upgrade of the service, or an extra that the seller
 * proposes. Payment leads back to the work: what was added is to be delivered too.
 */
export const ADDITION_ROWS: readonly Transition[] = (['in_progress', 'delivered'] as const).flatMap(
  additionRows,
);

function additionRows(from: OrderState): Transition[] {
  const handedIn = from === 'delivered';
  const paid = {
    by: buyer,
    from,
    to: 'in_progress',
    money: 'reserve',
    starts: ['delivery'],
    fact: 'addition-paid',
  } as const;
  const ended = {
    from,
    to: from,
    when: ['addition_open'],
    stops: ['addition'],
    ends: ['addition'],
    fact: 'addition-ended',
  } as const;
  return [
    {
      act: 'add_upgrade',
      ...paid,
      when: GOES_ON,
      ...(handedIn ? { stops: ['acceptance'] } : {}),
    },
    {
      act: 'propose_addition',
      by: seller,
      from,
      to: from,
      when: ['no_addition_open', ...GOES_ON],
      stops: ['first_word'],
      starts: ['addition'],
      fact: 'addition-proposed',
    },
    {
      act: 'agree_addition',
      ...paid,
      when: ['addition_open', ...GOES_ON],
      stops: handedIn ? ['addition', 'acceptance'] : ['addition'],
      ends: ['addition'],
    },
    { act: 'refuse_addition', by: buyer, ...ended },
    { act: 'withdraw_addition', by: seller, ...ended },
    { act: 'addition_time_over', by: clock, ...ended },
  ];
}
