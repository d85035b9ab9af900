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
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** Who moves an order: one of its two sides, or time. */
export type Party = 'buyer' | 'seller' | 'clock';

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
  | 'close';

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
  | 'delivery_stands';

/** What a row does to the money in escrow; posted by order-money.ts only. */
export type MoneyEffect = 'none' | 'refund_with_fee' | 'refund_without_fee' | 'release';

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
  | 'order-closed';

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
  ends?: readonly ('extension' | 'cancellation')[];
  fact: OrderFactName;
}
