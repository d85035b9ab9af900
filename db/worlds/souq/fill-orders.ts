import { sweepOrderTimers } from '#orders';
import type { Ctx } from '#platform/context';
import { HOUR_MS } from '#platform/time';
import { sweepReviewTimers } from '#reviews';
import { sweepClearings } from '#wallet';
import { inParallel, siteAt } from './act.ts';
import type { Random } from './content/random.ts';
import type { People } from './fill-members.ts';
import type { Sold } from './fill-services.ts';
import { type LiveOrder, liveOn, randomOf } from './live-order.ts';
import { planOrder } from './order-plan.ts';

export const ORDER_COUNT = 2_000;
const DAYS = 170;
const WINDOW_MS = 8 * HOUR_MS;
const LANES = 8;

/**
 * Lives through the market's history: the acts of all orders in the order of time, and after every
 * eight hours the clocks. Orders go on side by side, the acts of one order one after the other.
 */
export async function fillOrders(
  ctx: Ctx,
  world: { people: People; sold: readonly Sold[]; present: Date },
  onDone: (done: number) => void,
): Promise<void> {
  const orders = planAll(world);
  const begin = world.present.getTime() - DAYS * 24 * HOUR_MS - HOUR_MS;
  const queue = orders
    .flatMap((order) => order.plan.acts.map((planned) => ({ order, planned })))
    .sort((left, right) => left.planned.at.getTime() - right.planned.at.getTime());
  let next = 0;
  for (let until = begin; next < queue.length || until < world.present.getTime(); ) {
    until = Math.min(until + WINDOW_MS, world.present.getTime());
    const from = next;
    while (next < queue.length && (queue[next]?.planned.at.getTime() ?? 0) <= until) next += 1;
    const inWindow = Map.groupBy(queue.slice(from, next), ({ order }) => order);
    await inParallel([...inWindow], LANES, async ([order, acts]) => {
      for (const { planned } of acts) await liveOn(ctx, order, planned);
    });
    const site = (name: string) => siteAt(ctx, new Date(until), name);
    await Promise.all([
      sweepOrderTimers(site('clocks')),
      sweepClearings(site('clearings')),
      sweepReviewTimers(site('reviews')),
    ]);
    onDone(queue.length === 0 ? 1 : next / queue.length);
    if (until >= world.present.getTime()) break;
  }
}

function planAll(world: { people: People; sold: readonly Sold[]; present: Date }): LiveOrder[] {
  const { people, sold, present } = world;
  const orders: LiveOrder[] = [];
  for (let number = 1; number <= ORDER_COUNT; number += 1) {
    const plan = planOrder(number, {
      present,
      days: DAYS,
      buyers: people.buyers.length,
      chooseService: (random, at) => chooseService(random, sold, at),
    });
    const service = sold[plan.serviceIndex];
    const buyer = people.buyers[plan.buyerIndex];
    if (!service || !buyer) throw new Error(`order ${number} has nobody to deal with`);
    orders.push({
      plan,
      service,
      buyer,
      orderId: undefined,
      over: false,
      deliveries: 0,
      random: randomOf(plan),
    });
  }
  return orders;
}

/** A few services sell much, most sell a little; nothing is sold before it was published. */
function chooseService(random: Random, sold: readonly Sold[], at: Date): number {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const index = Math.floor(sold.length * random() ** 1.8);
    // Spread the favourites over the whole tree.
    const spread = (index * 101) % sold.length;
    const service = sold[spread];
    if (service && service.publishedAt < at) return spread;
  }
  let oldest = 0;
  for (const [index, service] of sold.entries()) {
    if (service.publishedAt < (sold[oldest]?.publishedAt ?? at)) oldest = index;
  }
  return oldest;
}
