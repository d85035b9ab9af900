import { queueLimitSet } from '#catalogue';
import { changesAsked, orderCancelled, orderDelivered, orderOpened } from '#orders';
import { defineListener, type Fact, type Listener } from '#platform/facts';
import { recountQueue } from '../queues/recount-queue.ts';

type OfService = Fact<{ serviceId: string }>;

const follow = (name: string, fact: OfService): Listener =>
  defineListener(`checkout.queue-${name}`, fact, (ctx, { serviceId }) =>
    recountQueue(ctx, serviceId),
  );

/** What makes the queue of a service longer or shorter. */
export const queueListeners: Listener[] = [
  follow('limit-set', queueLimitSet),
  follow('opened', orderOpened as OfService),
  follow('delivered', orderDelivered as OfService),
  follow('changes-asked', changesAsked as OfService),
  follow('cancelled', orderCancelled as OfService),
];
