import { DAY_MS, HOUR_MS } from '#platform/time';
import type { Ask } from './order-asks.ts';
import type { Guard, Party } from '../order.ts';
import type { Order } from '../order-row.ts';
import type { OrderRules } from './order-rules.ts';

/** What guards look at. */
export interface Situation {
  order: Order;
  party: Party;
  now: Date;
  rules: OrderRules;
  /** Open questions between the two sides. */
  asks: readonly Ask[];
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
};

/** Late: past due with the work not handed in (a side fact, SPEC 5.1). */
export function isLate(order: Order, now: Date): boolean {
  return order.state === 'in_progress' && order.dueAt !== null && now > order.dueAt;
}
