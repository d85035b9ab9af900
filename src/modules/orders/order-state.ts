/** Where an order stands (SPEC 5.1). */
export const ORDER_STATES = [
  'awaiting_requirements',
  'in_progress',
  'delivered',
  'completed',
  'closed',
  'cancelled',
  'disputed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** The clocks of an order; each is one row of orders.timers (SPEC 5.3-5.7). */
export const TIMER_KINDS = [
  'requirements',
  'first_word',
  'delivery',
  'acceptance',
  'extension',
  'cancellation',
  'guarantee',
  'refund',
  'dispute_answer',
  'dispute_proposal',
  'dispute_acceptance',
  'dispute_appeal',
  'addition',
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** Who moves an order: one of its two sides, staff who judge between them, or time. */
export type Party = 'buyer' | 'seller' | 'staff' | 'clock';

/** What an open dispute waits for (SPEC 5.9), and the two ways it ends. */
export type DisputePhase = 'answer' | 'proposal' | 'acceptance' | 'appeal' | 'ended' | 'withdrawn';

export type Act =
  | 'give_requirements'
  | 'speak'
  | 'deliver'
  | 'ask_change'
  | 'accept'
  | 'prolong'
  | 'cancel'
  | 'ask_extension'
  | 'agree_extension'
  | 'refuse_extension'
  | 'ask_cancellation'
  | 'withdraw_cancellation'
  | 'agree_cancellation'
  | 'refuse_cancellation'
  | 'requirements_time_over'
  | 'late_time_over'
  | 'acceptance_time_over'
  | 'extension_time_over'
  | 'cancellation_time_over'
  | 'close'
  | 'ask_refund'
  | 'withdraw_refund'
  | 'agree_refund'
  | 'refuse_refund'
  | 'refund_time_over'
  | 'open_dispute'
  | 'withdraw_dispute'
  | 'answer_dispute'
  | 'propose_split'
  | 'accept_split'
  | 'appeal_split'
  | 'decide_appeal'
  | 'dispute_answer_time_over'
  | 'dispute_acceptance_time_over'
  | 'add_upgrade'
  | 'propose_addition'
  | 'withdraw_addition'
  | 'agree_addition'
  | 'refuse_addition'
  | 'addition_time_over'
  | 'deliver_part';

/** Questions the table asks before a row applies; answered in order-guards.ts. */
export type Guard =
  | 'seller_has_not_spoken'
  | 'seller_silent'
  | 'late_with_nothing_delivered'
  | 'long_late_with_nothing_delivered'
  | 'changes_are_left'
  | 'not_prolonged_yet'
  | 'extensions_are_left'
  | 'no_cancellation_open'
  | 'extension_open'
  | 'own_cancellation_open'
  | 'their_cancellation_open'
  | 'cancellation_open'
  | 'nothing_delivered'
  | 'delivery_stands'
  | 'something_is_left'
  | 'no_refund_open'
  | 'refund_open'
  | 'own_refund_open'
  | 'their_refund_open'
  | 'all_goes_back'
  | 'part_goes_back'
  | 'no_dispute_before'
  | 'guarantee_runs'
  | 'own_dispute'
  | 'their_dispute'
  | 'nothing_proposed'
  | 'disputed_after_completion'
  | 'dispute_waits_for_answer'
  | 'dispute_waits_for_proposal'
  | 'split_is_proposed'
  | 'not_accepted_yet'
  | 'other_side_has_not_accepted'
  | 'other_side_accepted'
  | 'split_is_appealed'
  | 'another_arbiter'
  | 'additions_are_left'
  | 'no_addition_open'
  | 'addition_open'
  | 'parts_are_left'
  | 'late_with_something_delivered'
  | 'disputed_while_working'
  | 'disputed_after_delivery';

/** What a row does to the money in escrow; posted by order-money.ts only. */
export type MoneyEffect =
  | 'none'
  | 'refund_with_fee'
  | 'refund_without_fee'
  | 'release'
  | 'split'
  | 'hold'
  | 'unhold'
  | 'reserve';

/** The fact a row records, without its `orders.` prefix; each has its notice in notices/. */
export type OrderFactName =
  | 'requirements-given'
  | 'seller-spoke'
  | 'delivered'
  | 'changes-asked'
  | 'order-completed'
  | 'acceptance-prolonged'
  | 'order-cancelled'
  | 'extension-asked'
  | 'extension-answered'
  | 'cancellation-asked'
  | 'cancellation-ended'
  | 'order-closed'
  | 'refund-asked'
  | 'refund-ended'
  | 'refund-agreed'
  | 'dispute-opened'
  | 'dispute-withdrawn'
  | 'dispute-answered'
  | 'split-proposed'
  | 'split-accepted'
  | 'split-appealed'
  | 'dispute-ended'
  | 'addition-proposed'
  | 'addition-ended'
  | 'addition-paid'
  | 'part-delivered';

/** One row of the table: in this state, this act by these parties, when these guards hold, leads there. */
export interface Transition {
  act: Act;
  by: readonly Party[];
  from: OrderState;
  to: OrderState;
  when?: readonly Guard[];
  money?: MoneyEffect;
  /** Clocks that stop; a final state stops all by itself. */
  stops?: readonly TimerKind[];
  starts?: readonly TimerKind[];
  /** Open questions that this answers or makes pointless. */
  ends?: readonly ('extension' | 'cancellation' | 'refund' | 'addition')[];
  /** The phase in which a dispute of the order is afterwards. */
  dispute?: DisputePhase;
  fact: OrderFactName;
}
