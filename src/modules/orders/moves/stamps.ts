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
  when: { now: Date; rules: OrderRules; asks: readonly Ask[] },
): OrderChange {
  const { now, rules, asks } = when;
  const change: OrderChange = {};
  switch (row.act) {
    case 'give_requirements':
      return { requirementsAt: now, dueAt: dueAtFor(now, order.deliveryDays) };
    case 'speak':
      return { sellerSpokeAt: now };
    case 'deliver':
      return {
        deliveredAt: now,
        firstDeliveredAt: order.firstDeliveredAt ?? now,
        sellerSpokeAt: order.sellerSpokeAt ?? now,
        acceptanceEndsAt: addHours(now, rules.acceptance.completeAfterHours),
        prolonged: false,
      };
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
    default:
      break;
  }
  if (row.to === 'completed') change.completedAt = now;
  if (row.to === 'cancelled') change.cancelledAt = now;
  if (row.to === 'closed') change.closedAt = now;
  return change;
}
