import { serviceChanged, servicePublished, serviceUnlisted } from '#catalogue';
import { defineListener, type Listener } from '#platform/facts';
import { indexServices } from '../index/index-services.ts';

/** What can be found follows what is listed. */
export const searchListeners: Listener[] = [
  defineListener('search.index-published', servicePublished, (ctx, { serviceId }) =>
    indexServices(ctx, [serviceId]),
  ),
  defineListener('search.index-changed', serviceChanged, (ctx, { serviceId }) =>
    indexServices(ctx, [serviceId]),
  ),
  defineListener('search.index-unlisted', serviceUnlisted, (ctx, { serviceId }) =>
    indexServices(ctx, [serviceId]),
  ),
];
