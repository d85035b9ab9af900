import { addDays, addHours } from '#platform/time';
import type { OrderChange } from '../order-store.ts';
import type { Order } from '../order-row.ts';
import type { Transition } from '../order.ts';
import { dueAtAfterChange, dueAtFor } from './order-clocks.ts';
import type { Ask } from './order-asks.ts';
import type { OrderRules } from './order-rules.ts';

/** The instants and counts that a row of the table writes by itself, whoever acts. */
export function stampsOf(
  row: Transition,
  order: Order,
  when: { now: Date; rules: OrderRules; asks: readonly Ask[]; refundMinor: bigint },
): OrderChange {
  const { now, rules, asks, refundMinor } = when;
  switch (row.act) {
    case 'give_requirements':
      return { requirementsAt: now, dueAt: dueAtFor(now, order.deliveryDays) };
    case 'speak':
      return { sellerSpokeAt: now };
    case 'deliver':
    case 'deliver_part':
      return handedIn(row, order, { now, rules });
    case 'prolong':
      return {
        prolonged: true,
        acceptanceEndsAt: addHours(order.acceptanceEndsAt ?? now, rules.acceptance.prolongHours),
      };
    case 'ask_change':
      return {
        changesUsed: order.changesUsed + 1,
        dueAt: dueAtAfterChange(order.dueAt ?? now, now, rules),
      };
    case 'ask_extension':
      return {
        extensionsAsked: order.extensionsAsked + 1,
        sellerSpokeAt: order.sellerSpokeAt ?? now,
      };
    case 'agree_extension':
    case 'extension_time_over': {
      const days = asks.find((ask) => ask.kind === 'extension')?.days ?? 0;
      return { dueAt: addDays(order.dueAt ?? now, days) };
    }
    case 'propose_addition':
      return { sellerSpokeAt: order.sellerSpokeAt ?? now };
    default:
      return endStamps(row, order, { now, refundMinor });
  }
}

/** What handing in all of the work writes, or a part of it. */
function handedIn(
  row: Transition,
  order: Order,
  { now, rules }: { now: Date; rules: OrderRules },
): OrderChange {
  const first = {
    firstDeliveredAt: order.firstDeliveredAt ?? now,
    sellerSpokeAt: order.sellerSpokeAt ?? now,
  };
  if (row.act === 'deliver_part') return { ...first, partsDelivered: order.partsDelivered + 1 };
  return {
    ...first,
    deliveredAt: now,
    acceptanceEndsAt: addHours(now, rules.acceptance.completeAfterHours),
    prolonged: false,
  };
}

/** Instants of a dispute and of every end, and what goes back to the buyer. */
function endStamps(
  row: Transition,
  order: Order,
  { now, refundMinor }: { now: Date; refundMinor: bigint },
): OrderChange {
  if (row.act === 'open_dispute') return { disputedAt: now };
  if (row.act === 'withdraw_dispute') return resumed(row, order, now);
  const change: OrderChange = {};
  if (row.money === 'split') change.refundedMinor = order.refundedMinor + refundMinor;
  if (row.to === 'completed' || row.to === 'closed') change.completedAt = order.completedAt ?? now;
  if (row.to === 'cancelled') change.cancelledAt = now;
  if (row.to === 'closed') change.closedAt = now;
  return change;
}

/** A withdrawn dispute: what was left of each clock when it was opened is left now. */
function resumed(row: Transition, order: Order, now: Date): OrderChange {
  const frozenMs = order.disputedAt ? now.getTime() - order.disputedAt.getTime() : 0;
  if (order.completedAt !== null) return { frozenMs: BigInt(frozenMs) };
  if (row.to === 'in_progress') {
    const dueAt = order.dueAt ?? now;
    return { dueAt: new Date(dueAt.getTime() + frozenMs), frozenMs: BigInt(frozenMs) };
  }
  const endsAt = order.acceptanceEndsAt ?? now;
  return { acceptanceEndsAt: new Date(endsAt.getTime() + frozenMs), frozenMs: BigInt(frozenMs) };
}
