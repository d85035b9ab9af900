import type { Module } from '#platform/module';
import { searchListeners } from './jobs/index-service.listener.ts';
import { searchRoutes } from './web/search.routes.tsx';

export const searchModule = {
  name: 'search',
  routes: searchRoutes,
  listeners: searchListeners,
} satisfies Module;
