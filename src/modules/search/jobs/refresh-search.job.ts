import { defineJob, type Job } from '#platform/jobs';
import { markOnline } from '../index/mark-online.ts';
import { refreshSearch } from '../index/refresh-search.ts';
import { reindexStale } from '../index/reindex-stale.ts';

/** What time wakes: counts each hour, who is online each minute, rows of an older analyser. */
export const searchJobs: Job[] = [
  defineJob({ name: 'search.refresh', schedule: '23 * * * *', run: (ctx) => refreshSearch(ctx) }),
  defineJob({ name: 'search.mark-online', schedule: '* * * * *', run: (ctx) => markOnline(ctx) }),
  defineJob({
    name: 'search.reindex-stale',
    schedule: '*/5 * * * *',
    async run(ctx) {
      await reindexStale(ctx);
    },
  }),
];
