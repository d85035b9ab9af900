import type { Guard, OrderState, Party, Transition } from '../order-state.ts';

const bothSides = ['buyer', 'seller'] as const;
const staff = ['staff'] as const;
const clock = ['clock'] as const;
const allEnds = ['extension', 'cancellation', 'refund', 'addition'] as const;

/** An end of a dispute: what the buyer gets back decides whether anything of the order is left. */
function settled(
  act: Transition['act'],
  by: readonly Party[],
  when: readonly Guard[],
): Transition[] {
  const end = {
    act,
    by,
    from: 'disputed',
    money: 'split',
    ends: allEnds,
    dispute: 'ended',
    fact: 'dispute-ended',
  } as const;
  return [
    { ...end, to: 'cancelled', when: [...when, 'all_goes_back'] },
    { ...end, to: 'closed', when: [...when, 'part_goes_back'] },
  ];
}

/** Rows of a dispute: from delivery until the guarantee ends (SPEC 5.9). */
export const DISPUTE_ROWS: readonly Transition[] = [
  {
    act: 'open_dispute',
    by: bothSides,
    from: 'delivered',
    to: 'disputed',
    when: ['no_dispute_before'],
    stops: ['acceptance', 'cancellation', 'refund', 'delivery', 'addition'],
    starts: ['dispute_answer'],
    ends: allEnds,
    dispute: 'answer',
    fact: 'dispute-opened',
  },
  {
    act: 'open_dispute',
    by: ['buyer'],
    from: 'in_progress',
    to: 'disputed',
    when: ['no_dispute_before', 'late_with_something_delivered'],
    stops: ['delivery', 'extension', 'cancellation', 'refund', 'addition'],
    starts: ['dispute_answer'],
    ends: allEnds,
    dispute: 'answer',
    fact: 'dispute-opened',
  },
  {
    act: 'open_dispute',
    by: bothSides,
    from: 'completed',
    to: 'disputed',
    when: ['no_dispute_before', 'guarantee_runs'],
    money: 'hold',
    stops: ['guarantee', 'refund'],
    starts: ['dispute_answer'],
    ends: allEnds,
    dispute: 'answer',
    fact: 'dispute-opened',
  },
  {
    act: 'withdraw_dispute',
    by: bothSides,
    from: 'disputed',
    to: 'delivered',
    when: ['own_dispute', 'nothing_proposed', 'disputed_after_delivery'],
    stops: ['dispute_answer', 'dispute_proposal', 'refund'],
    starts: ['acceptance'],
    ends: allEnds,
    dispute: 'withdrawn',
    fact: 'dispute-withdrawn',
  },
  {
    act: 'withdraw_dispute',
    by: ['buyer'],
    from: 'disputed',
    to: 'in_progress',
    when: ['own_dispute', 'nothing_proposed', 'disputed_while_working'],
    stops: ['dispute_answer', 'dispute_proposal', 'refund'],
    starts: ['delivery'],
    ends: allEnds,
    dispute: 'withdrawn',
    fact: 'dispute-withdrawn',
  },
  {
    act: 'withdraw_dispute',
    by: bothSides,
    from: 'disputed',
    to: 'completed',
    when: ['own_dispute', 'nothing_proposed', 'disputed_after_completion'],
    money: 'unhold',
    starts: ['guarantee'],
    ends: allEnds,
    dispute: 'withdrawn',
    fact: 'dispute-withdrawn',
  },
  {
    act: 'answer_dispute',
    by: bothSides,
    from: 'disputed',
    to: 'disputed',
    when: ['dispute_waits_for_answer', 'their_dispute'],
    stops: ['dispute_answer'],
    starts: ['dispute_proposal'],
    dispute: 'proposal',
    fact: 'dispute-answered',
  },
  ...settled('dispute_answer_time_over', clock, ['dispute_waits_for_answer']),
  {
    act: 'propose_split',
    by: staff,
    from: 'disputed',
    to: 'disputed',
    when: ['dispute_waits_for_proposal'],
    stops: ['dispute_proposal'],
    starts: ['dispute_acceptance'],
    dispute: 'acceptance',
    fact: 'split-proposed',
  },
  {
    act: 'accept_split',
    by: bothSides,
    from: 'disputed',
    to: 'disputed',
    when: ['split_is_proposed', 'not_accepted_yet', 'other_side_has_not_accepted'],
    dispute: 'acceptance',
    fact: 'split-accepted',
  },
  ...settled('accept_split', bothSides, [
    'split_is_proposed',
    'not_accepted_yet',
    'other_side_accepted',
  ]),
  {
    act: 'appeal_split',
    by: bothSides,
    from: 'disputed',
    to: 'disputed',
    when: ['split_is_proposed', 'not_accepted_yet'],
    stops: ['dispute_acceptance'],
    starts: ['dispute_appeal'],
    dispute: 'appeal',
    fact: 'split-appealed',
  },
  ...settled('decide_appeal', staff, ['split_is_appealed', 'another_arbiter']),
  ...settled('dispute_acceptance_time_over', clock, ['split_is_proposed']),
  ...settled('agree_refund', bothSides, ['their_refund_open']),
  ...refundRows('disputed'),
];

/** Refunds by agreement where work was delivered (SPEC 5.7): a part of the price for the buyer's peace. */
export const REFUND_ROWS: readonly Transition[] = (
  ['in_progress', 'delivered', 'completed'] as const
).flatMap((from) => [...refundRows(from), ...agreedRefund(from)]);

function refundRows(from: OrderState): Transition[] {
  const when: readonly Guard[] = from === 'in_progress' ? ['delivery_stands'] : [];
  const stays = {
    from,
    to: from,
    stops: ['refund'],
    ends: ['refund'],
    fact: 'refund-ended',
  } as const;
  return [
    {
      act: 'ask_refund',
      by: bothSides,
      from,
      to: from,
      when: [
        ...when,
        'no_refund_open',
        ...(from === 'disputed' ? [] : (['something_is_left'] as const)),
      ],
      starts: ['refund'],
      fact: 'refund-asked',
    },
    { act: 'withdraw_refund', by: bothSides, ...stays, when: ['own_refund_open'] },
    { act: 'refuse_refund', by: bothSides, ...stays, when: ['their_refund_open'] },
    { act: 'refund_time_over', by: clock, ...stays, when: ['refund_open'] },
  ];
}

function agreedRefund(from: OrderState): Transition[] {
  const agreed = {
    act: 'agree_refund',
    by: bothSides,
    from,
    money: 'split',
    ends: allEnds,
    fact: 'refund-agreed',
  } as const;
  return [
    { ...agreed, to: 'cancelled', when: ['their_refund_open', 'all_goes_back'] },
    {
      ...agreed,
      to: 'completed',
      when: ['their_refund_open', 'part_goes_back'],
      ...(from === 'completed'
        ? { stops: ['refund'], ends: ['refund'] }
        : { starts: ['guarantee'] }),
    },
  ];
}
