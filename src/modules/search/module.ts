import type { Module } from '#platform/module';
import { searchListeners } from './jobs/index-service.listener.ts';
import { searchFeedRoutes } from './web/feed.routes.ts';
import { searchRoutes } from './web/search.routes.tsx';

export const searchModule = {
  name: 'search',
  routes: [...searchRoutes, ...searchFeedRoutes],
  listeners: searchListeners,
} satisfies Module;
