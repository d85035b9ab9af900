import { serviceChanged, servicePublished, serviceUnlisted } from '#catalogue';
import { defineListener, type Listener } from '#platform/facts';
import { indexService } from '../index-service.ts';

/** What can be found follows what is listed. */
export const searchListeners: Listener[] = [
  defineListener('search.index-published', servicePublished, (ctx, { serviceId }) =>
    indexService(ctx, serviceId),
  ),
  defineListener('search.index-changed', serviceChanged, (ctx, { serviceId }) =>
    indexService(ctx, serviceId),
  ),
  defineListener('search.index-unlisted', serviceUnlisted, (ctx, { serviceId }) =>
    indexService(ctx, serviceId),
  ),
];
