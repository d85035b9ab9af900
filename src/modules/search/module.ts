import type { Module } from '#platform/module';
import { wordsDeskRoutes } from './admin/words-desk.routes.tsx';
import { weightsDeskRoutes } from './admin/weights-desk.routes.tsx';
import { searchListeners } from './jobs/index-services.listener.ts';
import { searchJobs } from './jobs/refresh-search.job.ts';
import { alertJobs } from './notices/send-alerts.job.ts';
import { missedJobs } from './jobs/forget-missed.job.ts';
import { searchWords } from './locales/index.ts';
import { rankingRoutes } from './web/ranking.routes.tsx';
import { savedRoutes } from './web/saved/saved.routes.tsx';
import { searchFeedRoutes } from './web/feed/feed.routes.ts';
import { searchRoutes } from './web/search.routes.tsx';
import { suggestionRoutes } from './web/suggestions.routes.tsx';

export { refreshSearch } from './index/refresh-search.ts';
export { rebuildSearch } from './index/rebuild-search.ts';
export { keepTables, tablesLookMs } from './tables/held-tables.ts';

export const searchModule = {
  name: 'search',
  routes: [
    ...searchRoutes,
    ...searchFeedRoutes,
    ...suggestionRoutes,
    ...savedRoutes,
    ...rankingRoutes,
    ...wordsDeskRoutes,
    ...weightsDeskRoutes,
  ],
  listeners: searchListeners,
  jobs: [...searchJobs, ...alertJobs, ...missedJobs],
  refusalWords: (locale) => searchWords(locale).refusals,
} satisfies Module;
