import { defineJob } from '#platform/jobs';
import { sweepReviewTimers } from '../timers/sweep-review-timers.ts';

/** Each minute: reminders, and what opens by itself. */
export const sweepReviewsJob = defineJob({
  name: 'reviews.sweep-timers',
  schedule: '* * * * *',
  run: async (ctx) => {
    await sweepReviewTimers(ctx);
  },
});
