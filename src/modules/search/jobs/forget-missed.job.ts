import { defineJob, type Job } from '#platform/jobs';
import { forgetMissed } from '../missed/list-missed.ts';

/** Questions that went wrong are kept for ninety days. */
export const missedJobs: Job[] = [
  defineJob({
    name: 'search.forget-missed',
    schedule: '17 3 * * *',
    run: (ctx) => forgetMissed(ctx),
  }),
];
