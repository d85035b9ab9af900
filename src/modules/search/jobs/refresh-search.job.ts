import { defineJob, type Job } from '#platform/jobs';
import { applyLexiconJob, applyLexiconLines } from '../knowledge/apply-lexicon-lines.ts';
import { stepWeights } from '../ranking/step-weights.ts';
import { markOnline } from '../index/mark-online.ts';
import { refreshSearch } from '../index/refresh-search.ts';
import { reindexStale } from '../index/reindex-stale.ts';

const FEW = 50;

/** What time wakes: counts each hour, who is online each minute, rows of an older analyser, weights each night. */
export const searchJobs: Job[] = [
  defineJob({ name: 'search.refresh', schedule: '23 * * * *', run: (ctx) => refreshSearch(ctx) }),
  defineJob({ name: 'search.mark-online', schedule: '* * * * *', run: (ctx) => markOnline(ctx) }),
  defineJob({
    name: 'search.reindex-stale',
    schedule: '*/5 * * * *',
    async run(ctx) {
      // An index laid anew has no ranks and no suggestions before the next full hour.
      if ((await reindexStale(ctx)) > FEW) await refreshSearch(ctx);
    },
  }),
  defineJob({
    name: applyLexiconJob,
    async run(ctx) {
      await applyLexiconLines(ctx);
    },
  }),
  defineJob({
    name: 'search.step-weights',
    schedule: '17 3 * * *',
    async run(ctx) {
      await stepWeights(ctx);
    },
  }),
];
