import { defineJob, type Job } from '#platform/jobs';
import { tellOfNewMatches } from './saved-search.notice.ts';
import { sendAlerts } from '../saved/send-alerts.ts';

/** Every quarter of an hour the saved searches that are due by the site's clock. */
export const alertJobs: Job[] = [
  defineJob({
    name: 'search.send-alerts',
    schedule: '*/15 * * * *',
    async run(ctx) {
      await sendAlerts(ctx, tellOfNewMatches);
    },
  }),
];
