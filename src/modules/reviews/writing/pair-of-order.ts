import type { Order } from '#orders';
import type { Ctx } from '#platform/context';
import { addDays, addHours } from '#platform/time';
import { ruleAt } from '#settings';
import type { Pair } from '../review.ts';

/**
 * The time for reviews of an order, by the rules that held when it was paid; undefined while it is not
 * complete. Read it before a transaction: rules may need a connection of their own.
 */
export async function pairOfOrder(ctx: Ctx, order: Order): Promise<Pair | undefined> {
  const { completedAt: startsAt, openedAt: at } = order;
  if (!startsAt) return undefined;
  const endsAt = addDays(startsAt, await ruleAt(ctx, 'review.window-days', at));
  return {
    orderId: order.orderId,
    buyerId: order.buyerId,
    sellerId: order.sellerId,
    serviceId: order.serviceId,
    serviceVersion: order.serviceVersion,
    startsAt,
    endsAt,
    openedAt: undefined,
    step: 0,
    dueAt: nextDue({ startsAt, endsAt }, 0, await ruleAt(ctx, 'review.reminders', at)),
  };
}

/** When the step with this number is due: the two reminders, then the end. Never after the end. */
export function nextDue(
  pair: Pick<Pair, 'startsAt' | 'endsAt'>,
  step: number,
  reminders: { askAfterHours: number; lastBeforeEndHours: number },
): Date {
  const steps = [
    addHours(pair.startsAt, reminders.askAfterHours),
    addHours(pair.endsAt, -reminders.lastBeforeEndHours),
  ];
  const at = steps[step];
  return at && at < pair.endsAt ? at : pair.endsAt;
}
