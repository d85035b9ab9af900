import { DAY_MS, HOUR_MS } from '#platform/time';
import { type Dispute, hasAccepted } from '../disputes/dispute.ts';
import type { Ask } from './order-asks.ts';
import type { Guard, Party } from '../order.ts';
import { addedLines, type Order } from '../order-row.ts';
import type { OrderRules } from './order-rules.ts';

/** What guards look at. */
export interface Situation {
  order: Order;
  party: Party;
  now: Date;
  rules: OrderRules;
  /** Open questions between the two sides. */
  asks: readonly Ask[];
  /** The dispute of a disputed order. */
  dispute?: Dispute;
  /** How much (USD cents) the act would give back to the buyer. */
  refundMinor?: bigint;
  /** Who acts, where it matters which of the staff. */
  actorId?: string;
}

type Question = (situation: Situation) => boolean;

const since = (now: Date, at: Date | null) =>
  at ? now.getTime() - at.getTime() : Number.NEGATIVE_INFINITY;

const openAsk = ({ asks }: Situation, kind: Ask['kind']) => asks.find((ask) => ask.kind === kind);

/** The answer to each guard of the table; a test asks every one of them both ways. */
export const GUARDS: Record<Guard, Question> = {
  seller_has_not_spoken: ({ order }) => order.sellerSpokeAt === null,
  seller_silent: ({ order, now, rules }) =>
    order.sellerSpokeAt === null &&
    since(now, order.requirementsAt) >= rules.silenceHours * HOUR_MS,
  late_with_nothing_delivered: ({ order, now, rules }) =>
    order.firstDeliveredAt === null &&
    since(now, order.dueAt) >= rules.late.buyerMayCancelAfterHours * HOUR_MS,
  long_late_with_nothing_delivered: ({ order, now, rules }) =>
    order.firstDeliveredAt === null &&
    since(now, order.dueAt) >= rules.late.cancelAfterDays * DAY_MS,
  changes_are_left: ({ order }) => order.changesUsed < order.changesIncluded,
  not_prolonged_yet: ({ order }) => !order.prolonged,
  extensions_are_left: (situation) =>
    situation.order.extensionsAsked < situation.rules.extension.atMost &&
    openAsk(situation, 'extension') === undefined,
  no_cancellation_open: (situation) => openAsk(situation, 'cancellation') === undefined,
  extension_open: (situation) => openAsk(situation, 'extension') !== undefined,
  own_cancellation_open: (situation) =>
    openAsk(situation, 'cancellation')?.askedBy === situation.party,
  their_cancellation_open: (situation) => {
    const ask = openAsk(situation, 'cancellation');
    return ask !== undefined && ask.askedBy !== situation.party;
  },
  cancellation_open: (situation) => openAsk(situation, 'cancellation') !== undefined,
  nothing_delivered: ({ order }) => order.firstDeliveredAt === null,
  delivery_stands: ({ order }) => order.firstDeliveredAt !== null,
  something_is_left: ({ order }) => order.refundedMinor < order.priceMinor,
  no_refund_open: (situation) => openAsk(situation, 'refund') === undefined,
  refund_open: (situation) => openAsk(situation, 'refund') !== undefined,
  own_refund_open: (situation) => openAsk(situation, 'refund')?.askedBy === situation.party,
  their_refund_open: (situation) => {
    const ask = openAsk(situation, 'refund');
    return ask !== undefined && ask.askedBy !== situation.party;
  },
  all_goes_back: ({ order, refundMinor }) =>
    order.refundedMinor + (refundMinor ?? 0n) === order.priceMinor,
  part_goes_back: ({ order, refundMinor }) =>
    order.refundedMinor + (refundMinor ?? 0n) < order.priceMinor,
  no_dispute_before: ({ order }) => order.disputedAt === null,
  guarantee_runs: ({ order, now, rules }) =>
    since(now, order.completedAt) < rules.guaranteeDays * DAY_MS,
  own_dispute: ({ dispute, party }) => dispute?.openedBy === party,
  their_dispute: ({ dispute, party }) => dispute !== undefined && dispute.openedBy !== party,
  nothing_proposed: ({ dispute }) => dispute?.phase === 'answer' || dispute?.phase === 'proposal',
  disputed_after_completion: ({ order }) => order.completedAt !== null,
  dispute_waits_for_answer: ({ dispute }) => dispute?.phase === 'answer',
  dispute_waits_for_proposal: ({ dispute }) => dispute?.phase === 'proposal',
  split_is_proposed: ({ dispute }) => dispute?.phase === 'acceptance',
  not_accepted_yet: ({ dispute, party }) => dispute !== undefined && !hasAccepted(dispute, party),
  other_side_has_not_accepted: ({ dispute, party }) =>
    dispute !== undefined && !hasAccepted(dispute, otherThan(party)),
  other_side_accepted: ({ dispute, party }) =>
    dispute !== undefined && hasAccepted(dispute, otherThan(party)),
  split_is_appealed: ({ dispute }) => dispute?.phase === 'appeal',
  additions_are_left: ({ order, rules }) => addedLines(order).length < rules.addition.atMost,
  no_addition_open: (situation) => openAsk(situation, 'addition') === undefined,
  addition_open: (situation) => openAsk(situation, 'addition') !== undefined,
  late_with_something_delivered: ({ order, now, rules }) =>
    order.firstDeliveredAt !== null &&
    since(now, order.dueAt) >= rules.late.buyerMayCancelAfterHours * HOUR_MS,
  disputed_while_working: ({ dispute }) => dispute?.whileWorking === true,
  disputed_after_delivery: ({ order, dispute }) =>
    order.completedAt === null && dispute?.whileWorking === false,
  parts_are_left: ({ order, rules }) => order.partsDelivered < rules.partsAtMost,
  another_arbiter: ({ dispute, actorId }) => dispute !== undefined && actorId !== dispute.arbiterId,
};

const otherThan = (party: Party): Party => (party === 'buyer' ? 'seller' : 'buyer');

/** Late: past due with the work not handed in (a side fact, SPEC 5.1). */
export function isLate(order: Order, now: Date): boolean {
  return order.state === 'in_progress' && order.dueAt !== null && now > order.dueAt;
}
