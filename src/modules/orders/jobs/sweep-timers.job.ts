import { defineJob } from '#platform/jobs';
import { sweepOrderTimers } from '../timers/sweep-order-timers.ts';

/** Each minute: reminders and what happens by itself in orders. */
export const sweepTimersJob = defineJob({
  name: 'orders.sweep-timers',
  schedule: '* * * * *',
  run: async (ctx) => {
    await sweepOrderTimers(ctx);
  },
});
