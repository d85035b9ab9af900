import type { Module } from '#platform/module';
import { searchListeners } from './jobs/index-services.listener.ts';
import { searchJobs } from './jobs/refresh-search.job.ts';
import { searchWords } from './locales/index.ts';
import { searchRoutes } from './web/search.routes.tsx';
import { suggestionRoutes } from './web/suggestions.routes.tsx';

export { rebuildSearch } from './index/rebuild-search.ts';

export const searchModule = {
  name: 'search',
  routes: [...searchRoutes, ...suggestionRoutes],
  listeners: searchListeners,
  jobs: searchJobs,
  refusalWords: (locale) => searchWords(locale).refusals,
} satisfies Module;
