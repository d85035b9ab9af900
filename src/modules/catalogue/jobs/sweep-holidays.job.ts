import { defineJob } from '#platform/jobs';
import { sweepHolidays } from '../holidays/sweep-holidays.ts';

/** Each minute: sellers whose holiday is over sell again. */
export const sweepHolidaysJob = defineJob({
  name: 'catalogue.sweep-holidays',
  schedule: '* * * * *',
  run: async (ctx) => {
    await sweepHolidays(ctx);
  },
});
